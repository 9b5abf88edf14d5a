package dev.chokepoint.programs.irc;

/** Which letters of nicknames and channel names are the same (RFC 2812 section 2.2; ISUPPORT CASEMAPPING). */
public enum CaseMapping {
    /** A to Z only. */
    ASCII("ascii"),
    /** A to Z, and <code>[]\~</code> are the capitals of <code>{}|^</code>. */
    RFC1459("rfc1459");

    private final String token;

    CaseMapping(String token) {
        this.token = token;
    }

    /**
     * Its name in ISUPPORT.
     *
     * @return such as {@code rfc1459}
     */
    public String token() {
        return token;
    }

    /**
     * One character's small form.
     *
     * @param c any
     * @return its small form, or itself
     */
    public char fold(char c) {
        if (c >= 'A' && c <= 'Z') {
            return (char) (c + 32);
        }
        if (this == RFC1459) {
            return switch (c) {
                case '[' -> '{';
                case ']' -> '}';
                case '\\' -> '|';
                case '~' -> '^';
                default -> c;
            };
        }
        return c;
    }

    /**
     * What two names share exactly when they are the same.
     *
     * @param name any
     * @return its small form; {@code name} itself when it is small
     */
    public String fold(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (fold(name.charAt(i)) != name.charAt(i)) {
                return folded(name);
            }
        }
        return name;
    }

    private String folded(String name) {
        char[] small = name.toCharArray();
        for (int i = 0; i < small.length; i++) {
            small[i] = fold(small[i]);
        }
        return new String(small);
    }

    /**
     * Whether two names are the same.
     *
     * @param a one
     * @param b the other
     * @return whether they differ in nothing but case
     */
    public boolean same(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        for (int i = 0; i < a.length(); i++) {
            if (fold(a.charAt(i)) != fold(b.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}

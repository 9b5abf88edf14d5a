package dev.chokepoint.programs.irc;

/** What names may look like. */
public final class IrcNames {
    private static final String SPECIAL = "[]\\`_^{|}";

    private IrcNames() {}

    /**
     * Whether a text may be a nickname: letters, digits, {@code []\`_^{|}} and {@code -}, beginning with neither a digit nor
     * {@code -} (RFC 2812 section 2.3.1).
     *
     * @param text any
     * @param lengthMax the most characters
     * @return whether it may
     */
    public static boolean isNick(String text, int lengthMax) {
        if (text.isEmpty() || text.length() > lengthMax) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inside = c == '-' || c >= '0' && c <= '9';
            if (!isLetter(c) && SPECIAL.indexOf(c) < 0 && !(inside && i > 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /**
     * Whether a text may be a channel's name: {@code #} and then anything but space, comma, BELL and control codes (RFC 2812
     * section 1.3).
     *
     * @param text any
     * @param lengthMax the most characters
     * @return whether it may
     */
    public static boolean isChannel(String text, int lengthMax) {
        if (!looksLikeChannel(text) || text.length() < 2 || text.length() > lengthMax) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == ',' || c == 0x7f || c == 0xfffd || c == 0xa0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a target is meant to be a channel.
     *
     * @param target a parameter
     * @return whether it begins as channels do (ISUPPORT CHANTYPES)
     */
    public static boolean looksLikeChannel(String target) {
        return !target.isEmpty() && target.charAt(0) == '#';
    }

    /**
     * Whether a text may be a server's name: it needs a dot, so that it is no nickname (RFC 2812 section 2.3.1).
     *
     * @param text any
     * @return whether it may
     */
    public static boolean isServer(String text) {
        if (text.length() < 3 || text.length() > 63 || text.indexOf('.') <= 0 || text.endsWith(".")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '-' && c != '.') {
                return false;
            }
        }
        return true;
    }
}

package dev.chokepoint.programs.irc;

/** Masks with {@code *} for any characters and {@code ?} for one (RFC 2812 section 2.5); a backslash takes the next literally. */
public final class Mask {
    private Mask() {}

    /**
     * Whether a mask fits a text. Takes at most the product of the two lengths, whatever the mask.
     *
     * @param mask such as {@code *!*@*.example.org}
     * @param text such as {@code nick!user@host}
     * @param mapping which letters are the same
     * @return whether it fits the whole text
     */
    public static boolean matches(String mask, String text, CaseMapping mapping) {
        int m = 0;
        int t = 0;
        int star = -1;
        int retry = 0;
        while (t < text.length()) {
            if (m < mask.length() && mask.charAt(m) == '*') {
                star = ++m;
                retry = t;
            } else if (m < mask.length() && fits(mask, m, text.charAt(t), mapping)) {
                m += width(mask, m);
                t++;
            } else if (star >= 0) {
                m = star;
                t = ++retry;
            } else {
                return false;
            }
        }
        while (m < mask.length() && mask.charAt(m) == '*') {
            m++;
        }
        return m == mask.length();
    }

    private static int width(String mask, int at) {
        return mask.charAt(at) == '\\' && at + 1 < mask.length() ? 2 : 1;
    }

    private static boolean fits(String mask, int at, char c, CaseMapping mapping) {
        if (width(mask, at) == 2) {
            return mapping.fold(mask.charAt(at + 1)) == mapping.fold(c);
        }
        return mask.charAt(at) == '?' || mapping.fold(mask.charAt(at)) == mapping.fold(c);
    }

    /**
     * Completes what users write for a ban to {@code nick!user@host}.
     *
     * @param given such as {@code nick}, {@code user@host} or {@code nick!user}
     * @return with {@code *} for what is missing
     */
    public static String complete(String given) {
        int bang = given.indexOf('!');
        int at = given.indexOf('@', Math.max(bang, 0));
        String nick = bang >= 0 ? given.substring(0, bang) : at >= 0 ? "" : given;
        String user = at >= 0 ? given.substring(bang + 1, at) : bang >= 0 ? given.substring(bang + 1) : "";
        String host = at >= 0 ? given.substring(at + 1) : "";
        return orStar(nick) + "!" + orStar(user) + "@" + orStar(host);
    }

    private static String orStar(String part) {
        return part.isEmpty() ? "*" : part;
    }
}

package dev.chokepoint.programs.chat.guard;

/** Masks with {@code *} and {@code ?}. */
final class Wildcards {
    private Wildcards() {}

    /** Whether a text fits; letters of ASCII in any case. Takes time by the product of the lengths at most. */
    static boolean match(String mask, String text) {
        int m = 0;
        int t = 0;
        int star = -1;
        int tried = 0;
        while (t < text.length()) {
            if (m < mask.length() && mask.charAt(m) == '*') {
                star = m++;
                tried = t;
            } else if (m < mask.length() && fits(mask.charAt(m), text.charAt(t))) {
                m++;
                t++;
            } else if (star >= 0) {
                m = star + 1;
                t = ++tried;
            } else {
                return false;
            }
        }
        while (m < mask.length() && mask.charAt(m) == '*') {
            m++;
        }
        return m == mask.length();
    }

    private static boolean fits(char mask, char text) {
        return mask == '?' || lower(mask) == lower(text);
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}

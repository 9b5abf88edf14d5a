package dev.chokepoint.programs.http;

/** The character classes and comparisons of RFC 9110 section 5.6, on a {@link LineReader}'s line. */
final class Syntax {
    private static final boolean[] TOKEN = new boolean[256];

    static {
        String tchar = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        tchar.chars().forEach(c -> TOKEN[c] = true);
    }

    private Syntax() {}

    static boolean isToken(int c) {
        return TOKEN[c];
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    /** VCHAR: printable ASCII without the space. */
    static boolean isVisible(int c) {
        return c > ' ' && c < 0x7f;
    }

    /** What a field value or a chunk extension may hold: printable, blank, or obs-text; no control character. */
    static boolean isText(int c) {
        return (c >= ' ' && c != 0x7f) || c == '\t';
    }

    /** Whether the line's part equals a text in lower case, whatever the case of its letters. */
    static boolean equalsIgnoreCase(LineReader line, int from, int to, String lower) {
        if (to - from != lower.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            int c = line.at(i);
            int folded = c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
            if (folded != lower.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the line's part equals a text to the letter. */
    static boolean equals(LineReader line, int from, int to, String text) {
        if (to - from != text.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (line.at(i) != text.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a comma-separated list holds a token, given in lower case. */
    static boolean listHas(LineReader line, int from, int to, String lower) {
        int start = from;
        while (start < to) {
            int comma = indexOf(line, ',', start, to);
            int first = skipBlanks(line, start, comma);
            if (equalsIgnoreCase(line, first, trimBlanks(line, first, comma), lower)) {
                return true;
            }
            start = comma + 1;
        }
        return false;
    }

    /** Where a character is, or {@code to}. */
    static int indexOf(LineReader line, char c, int from, int to) {
        int i = from;
        while (i < to && line.at(i) != c) {
            i++;
        }
        return i;
    }

    /** What follows the last such character; {@code from} where there is none. */
    static int afterLast(LineReader line, char c, int from, int to) {
        int i = to;
        while (i > from && line.at(i - 1) != c) {
            i--;
        }
        return i;
    }

    static int skipBlanks(LineReader line, int from, int to) {
        int i = from;
        while (i < to && isBlank(line.at(i))) {
            i++;
        }
        return i;
    }

    /** The end of the part without the blanks at its end. */
    static int trimBlanks(LineReader line, int from, int to) {
        int i = to;
        while (i > from && isBlank(line.at(i - 1))) {
            i--;
        }
        return i;
    }

    /** The value of decimal digits, or -1 when there are none, others among them, or too many for a long. */
    static long decimal(LineReader line, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = line.at(i) - '0';
            if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return from < to ? value : -1;
    }
}

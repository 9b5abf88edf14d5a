package dev.chokepoint.programs.chat.client;

/** What may be shown of texts that come from anywhere: a terminal would obey some characters. */
final class PlainText {
    private static final char COLOUR = 0x03;
    private static final char HEX_COLOUR = 0x04;
    private static final int HEX_DIGITS = 6;

    private PlainText() {}

    /** Without control characters, and without the colours of mIRC (modern.ircdocs.horse, "IRC Formatting"). */
    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == COLOUR) {
                at = behindColours(text, at);
            } else if (c == HEX_COLOUR) {
                at = behindHex(text, at);
            } else if (!Character.isISOControl(c)) {
                plain.append(c);
            } else if (c == '\t') {
                plain.append(' ');
            }
        }
        return plain.toString();
    }

    private static int behindColours(String text, int start) {
        int at = behindDigits(text, start);
        if (at > start && at + 1 < text.length() && text.charAt(at) == ',' && isDigit(text.charAt(at + 1))) {
            at = behindDigits(text, at + 1);
        }
        return at;
    }

    private static int behindDigits(String text, int start) {
        int at = start;
        while (at < text.length() && at < start + 2 && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int behindHex(String text, int start) {
        int at = start;
        while (at < text.length() && at < start + HEX_DIGITS && Character.digit(text.charAt(at), 16) >= 0) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

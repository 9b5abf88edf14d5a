package dev.chokepoint.programs.irc;

import static java.nio.charset.StandardCharsets.UTF_8;

/** How tag values are written (IRCv3 message-tags, "Escaping values"). */
public final class IrcTags {
    private IrcTags() {}

    /**
     * Writes a value so that a line can carry it.
     *
     * @param value any text
     * @return with {@code ; space \ CR LF} escaped
     */
    public static String escape(String value) {
        StringBuilder out = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case ';' -> out.append("\\:");
                case ' ' -> out.append("\\s");
                case '\\' -> out.append("\\\\");
                case '\r' -> out.append("\\r");
                case '\n' -> out.append("\\n");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /**
     * Reads a value. A backslash before any other character, or at the end, is dropped.
     *
     * @param escaped as it was on the line
     * @return the text
     */
    public static String unescape(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        StringBuilder out = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c != '\\') {
                out.append(c);
            } else if (++i < escaped.length()) {
                out.append(meaning(escaped.charAt(i)));
            }
        }
        return out.toString();
    }

    private static char meaning(char escaped) {
        return switch (escaped) {
            case ':' -> ';';
            case 's' -> ' ';
            case 'r' -> '\r';
            case 'n' -> '\n';
            default -> escaped;
        };
    }

    /** The value of the tag that lies between two places, or {@code otherwise} if it has another name. */
    static String valueIfNamed(byte[] bytes, int from, int to, String name, String otherwise) {
        int keyEnd = from + name.length();
        if (keyEnd > to || keyEnd < to && bytes[keyEnd] != '=') {
            return otherwise;
        }
        for (int i = 0; i < name.length(); i++) {
            if (bytes[from + i] != name.charAt(i)) {
                return otherwise;
            }
        }
        return keyEnd == to ? "" : unescape(new String(bytes, keyEnd + 1, to - keyEnd - 1, UTF_8));
    }
}

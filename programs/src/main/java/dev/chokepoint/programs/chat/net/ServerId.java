package dev.chokepoint.programs.chat.net;

import java.util.Locale;

/**
 * What a server is called in events: a digit and two digits or capitals, such as {@code 1AB}. What its users are called: that
 * and six more, such as {@code 1ABAAAAAC}. A digit comes first, so neither can be a nickname (RFC 2812 section 2.3.1).
 */
public final class ServerId {
    /** How long a server's is. */
    static final int LENGTH = 3;

    /** How long a user's is. */
    static final int USER_LENGTH = 9;

    /** How many users a server can tell apart; six digits of base 36 would be more than an int. */
    static final int USERS = 36 * 36 * 36 * 36 * 36;

    private static final int BASE = 36;
    private static final int COUNT = 10 * BASE * BASE;

    private ServerId() {}

    /**
     * Whether a text may be a server's.
     *
     * @param text any
     * @return whether it is a digit and two digits or capitals
     */
    public static boolean isValid(String text) {
        return text.length() == LENGTH && hasForm(text);
    }

    static boolean isUser(String text) {
        return text.length() == USER_LENGTH && hasForm(text);
    }

    private static boolean hasForm(String text) {
        boolean fits = isDigit(text.charAt(0));
        for (int i = 1; i < text.length(); i++) {
            fits &= isDigit(text.charAt(i)) || text.charAt(i) >= 'A' && text.charAt(i) <= 'Z';
        }
        return fits;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * One that follows from a server's name, for who doesn't choose one. Two names may share it; then the second is refused.
     *
     * @param name the server's name
     * @return a valid one
     */
    public static String of(String name) {
        return text(Math.floorMod(name.toLowerCase(Locale.ROOT).hashCode(), COUNT));
    }

    /** The server of a user's or a server's own. */
    static String ofSource(String source) {
        return source.length() == USER_LENGTH ? source.substring(0, LENGTH) : source;
    }

    /** Its number, below 2 to the 16th. */
    static int number(String sid) {
        return Integer.parseInt(sid, BASE);
    }

    static String text(int number) {
        return padded(number, LENGTH);
    }

    /** A server's user, by a number of its own. */
    static String user(String sid, int number) {
        return sid + padded(number, USER_LENGTH - LENGTH);
    }

    private static String padded(int number, int length) {
        String digits = Integer.toString(number, BASE).toUpperCase(Locale.ROOT);
        return "0".repeat(length - digits.length()) + digits;
    }
}

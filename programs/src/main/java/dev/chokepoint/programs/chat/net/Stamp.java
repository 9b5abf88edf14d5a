package dev.chokepoint.programs.chat.net;

/**
 * A moment at a server, as a number: milliseconds since 1970 in the upper 48 bits, the server in the lower 16. A server never
 * gives one twice, so no two things have the same one and their order is total. On the wire: {@code 1767323045500.1AB}.
 */
final class Stamp {
    /** Before all others. */
    static final long NEVER = 0;

    private static final int SERVER_BITS = 16;
    private static final int MILLIS_DIGITS_MAX = 14;

    private Stamp() {}

    static long of(long millis, String sid) {
        return millis << SERVER_BITS | ServerId.number(sid);
    }

    static long millis(long stamp) {
        return stamp >> SERVER_BITS;
    }

    static String text(long stamp) {
        return millis(stamp) + "." + ServerId.text((int) stamp & 0xffff);
    }

    /** Reads the form of the wire, or answers {@link #NEVER}. */
    static long parse(String text) {
        int dot = text.length() - ServerId.LENGTH - 1;
        if (dot < 1
                || dot > MILLIS_DIGITS_MAX
                || text.charAt(dot) != '.'
                || !ServerId.isValid(text.substring(dot + 1))) {
            return NEVER;
        }
        long millis = 0;
        for (int i = 0; i < dot; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NEVER;
            }
            millis = 10 * millis + digit;
        }
        return of(millis, text.substring(dot + 1));
    }
}

package dev.chokepoint.programs.http;

import java.nio.ByteBuffer;

/** Decimal numbers in messages, and the one number that changes the length of its own message. */
public final class Decimal {
    /** The digits of the largest long. */
    public static final int MAX_DIGITS = 19;

    private Decimal() {}

    /**
     * How many digits a number has.
     *
     * @param value 0 or more
     * @return 1 to 19
     */
    public static int digits(long value) {
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /**
     * Writes a number at a place, with leading zeros.
     *
     * @param target its position stays
     * @param at the first digit's index
     * @param value 0 or more
     * @param digits how many digits to write
     */
    public static void putAt(ByteBuffer target, int at, long value, int digits) {
        long rest = value;
        for (int i = at + digits - 1; i >= at; i--) {
            target.put(i, (byte) ('0' + rest % 10));
            rest /= 10;
        }
    }

    /**
     * Writes a {@code Content-Length} and returns it: that of the largest body which together with its own length's digits
     * fits into a message. When a digit more would be too long and none less enough, a blank fills the gap.
     *
     * @param target gets the number, and before it perhaps a blank
     * @param roomBytes what the digits and the body may take together, at least 1
     * @return the body's length
     */
    public static long putContentLength(ByteBuffer target, long roomBytes) {
        long body = bodyBytes(roomBytes);
        int digits = digits(body);
        if (body > 0 && body + digits < roomBytes) {
            target.put((byte) ' ');
        }
        int at = target.position();
        target.position(at + digits);
        putAt(target, at, body, digits);
        return body;
    }

    private static long bodyBytes(long roomBytes) {
        long body = Math.max(0, roomBytes - digits(roomBytes));
        return body + 1 + digits(body + 1) <= roomBytes ? body + 1 : body;
    }
}

package dev.chokepoint.programs.talk;

import java.nio.ByteBuffer;

/**
 * The texts of a talk: printable ASCII that begins with the message's number, so that whoever passes it on and whoever receives it
 * can tell which one it is. The form is {@code ~} and {@value #DIGITS} hexadecimal digits, then filling.
 */
public final class TalkText {
    /** What a text begins with that has a number. */
    public static final byte MARK = '~';

    /** The digits of the number. */
    static final int DIGITS = 16;

    /** The shortest text: a number only. */
    public static final int MIN_BYTES = 1 + DIGITS;

    /** The longest text that every way of carrying it has room for; IRC lines end at 512 bytes (RFC 2812 section 2.3). */
    public static final int MAX_BYTES = 400;

    /** What {@link #number} answers to a text without one. */
    public static final long NONE = -1;

    private TalkText() {}

    /**
     * Writes a text.
     *
     * @param message its number, 0 or more
     * @param bytes its length, {@value #MIN_BYTES} to {@value #MAX_BYTES}
     * @param target its position moves past the text
     */
    public static void put(long message, int bytes, ByteBuffer target) {
        target.put(MARK);
        for (int shift = 4 * (DIGITS - 1); shift >= 0; shift -= 4) {
            target.put((byte) Character.forDigit((int) (message >> shift) & 15, 16));
        }
        for (int i = MIN_BYTES; i < bytes; i++) {
            target.put((byte) ('a' + i % 26));
        }
    }

    /**
     * The number of a text.
     *
     * @param from where the bytes are; its position stays
     * @param at where the text begins
     * @param end where it ends
     * @return the number, or {@link #NONE}
     */
    public static long number(ByteBuffer from, int at, int end) {
        if (end - at < MIN_BYTES || from.get(at) != MARK) {
            return NONE;
        }
        long number = 0;
        for (int i = at + 1; i <= at + DIGITS; i++) {
            int digit = Character.digit(from.get(i), 16);
            if (digit < 0) {
                return NONE;
            }
            number = number << 4 | digit;
        }
        return number < 0 ? NONE : number;
    }
}

package dev.chokepoint.host.world;

/**
 * The numbers of a message's copies. A copy's number holds the message's own, so whoever sees the one can tell the other.
 *
 * <p>The low {@value #MESSAGE_BITS} bits are the message, the others tell its copies apart: 0 is the message itself.
 */
public final class Copies {
    /** How many bits a message's number may have that is copied. */
    public static final int MESSAGE_BITS = 38;

    /** The largest number of a message that is copied. */
    public static final long MESSAGE_MAX = (1L << MESSAGE_BITS) - 1;

    /** How many copies of one message can be told apart; of more, some share a number. */
    public static final int MAX = (1 << 25) - 1;

    private Copies() {}

    /**
     * A copy's number.
     *
     * @param message the message's number, or that of any copy of it
     * @param which tells this copy from others, at best by less than {@link #MAX}
     * @return a positive number, never the message's own
     */
    public static long of(long message, long which) {
        return Math.floorMod(which, MAX) + 1L << MESSAGE_BITS | messageOf(message);
    }

    /**
     * Whose copy it is.
     *
     * @param number a message's, at most {@link #MESSAGE_MAX}, or a copy's
     * @return the message's
     */
    public static long messageOf(long number) {
        return number & MESSAGE_MAX;
    }

    /**
     * What tells a copy from others.
     *
     * @param number a copy's, or a message's own
     * @return 1 to {@link #MAX}, or 0 for the message itself
     */
    public static int which(long number) {
        return (int) (number >>> MESSAGE_BITS);
    }
}

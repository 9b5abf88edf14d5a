package dev.chokepoint.host;

/**
 * Where a program marks what happens to its messages. A message is any number that is unique in the run; both ends of a
 * protocol must be able to tell it. Lane thread only.
 */
public interface Meter {
    /**
     * The message should leave now, or should have left at an earlier moment: latency counts from {@code atNanos}, so a
     * stalled program can't hide its own stall.
     *
     * @param message its number
     * @param atNanos the intended time on {@link Host#nanoTime()}'s clock, not in the future
     */
    default void intended(long message, long atNanos) {
        intended(message, atNanos, 1);
    }

    /**
     * As {@link #intended(long, long)}, for a message that goes to several receivers: each of {@code copies} calls of
     * {@link #delivered} counts a latency of its own, and {@link #failed} fails all that are still missing.
     *
     * <p>While a program is {@link #working} on the message, each connection or datagram that it sends on carries a copy with the
     * same past. Whoever receives those bytes and calls {@link #working} or {@link #delivered} in their callback means that
     * copy; called elsewhere, they mean the message as a whole.
     *
     * @param message its number, 0 to {@link dev.chokepoint.host.world.Copies#MESSAGE_MAX}
     * @param atNanos the intended time on {@link Host#nanoTime()}'s clock, not in the future
     * @param copies how many receivers there are, at least 1
     */
    void intended(long message, long atNanos, int copies);

    /**
     * From here to the end of this callback, or to the next call of this, the program works on this message: what it sends
     * belongs to it.
     *
     * @param message its number
     */
    void working(long message);

    /**
     * From here to the end of this call of {@link Session#onBytes}, or to the next call of {@link #working}, the program passes on
     * the bytes it is given, in their order and without any of its own: what it sends belongs to the messages that they belong
     * to. For programs that can't tell messages. Over real sockets bytes say nothing of their messages, and this does nothing.
     */
    void relaying();

    /**
     * The message, or one of its copies, has arrived where it should: its latency ends here.
     *
     * @param message its number
     */
    void delivered(long message);

    /**
     * The message is lost.
     *
     * @param message its number
     * @param error a short name of the cause, counted by name, such as {@code "reset"}
     */
    void failed(long message, String error);
}

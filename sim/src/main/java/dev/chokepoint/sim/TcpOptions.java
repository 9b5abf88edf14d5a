package dev.chokepoint.sim;

/**
 * How simulated TCP is tuned; the receive window, the backlog, the connect time-out and Nagle's algorithm are each stream's own
 * {@link dev.chokepoint.host.StreamOptions}.
 *
 * @param congestionControl how the congestion window grows and shrinks
 * @param recovery how much is sent while losses are repaired
 * @param sack whether selective acknowledgements are used (RFC 2018)
 * @param timestamps whether every segment carries the timestamps option (RFC 7323), 12 bytes
 * @param initialWindowSegments the first congestion window (RFC 6928: 10)
 * @param delayedAckSegments an acknowledgement is sent at least for every so many full segments (RFC 5681: 2)
 * @param delayedAckNanos and at the latest after this long (RFC 1122: under 0.5 s)
 * @param initialRtoNanos how long the first SYN waits for its answer (RFC 6298: 1 s)
 * @param minRtoNanos the shortest retransmission time-out (RFC 6298: 1 s; Linux 200 ms)
 * @param hyStartDivisor CUBIC's slow start ends when round trips exceed the shortest by its 1/{@code hyStartDivisor}, if that is
 *     at least 4 ms (RFC 9406 section 4.2 and Linux: 8; ns-3 3.37: 1)
 */
public record TcpOptions(
        CongestionControl congestionControl,
        Recovery recovery,
        boolean sack,
        boolean timestamps,
        int initialWindowSegments,
        int delayedAckSegments,
        long delayedAckNanos,
        long initialRtoNanos,
        long minRtoNanos,
        int hyStartDivisor) {
    private static final int HY_START_DIVISOR = 8;

    /** How the congestion window grows and shrinks. */
    public enum CongestionControl {
        /** RFC 5681 and RFC 6582. */
        NEW_RENO,
        /** RFC 9438, with HyStart. */
        CUBIC
    }

    /** Checks the numbers. */
    public TcpOptions {
        require(hyStartDivisor >= 1, "hyStartDivisor", hyStartDivisor, "at least 1");
        require(initialWindowSegments >= 1, "initialWindowSegments", initialWindowSegments, "at least 1");
        require(delayedAckSegments >= 1, "delayedAckSegments", delayedAckSegments, "at least 1");
        require(delayedAckNanos >= 0, "delayedAckNanos", delayedAckNanos, "at least 0");
        require(initialRtoNanos >= 1, "initialRtoNanos", initialRtoNanos, "at least 1");
        require(minRtoNanos >= 1, "minRtoNanos", minRtoNanos, "at least 1");
    }

    /**
     * With the {@link #hyStartDivisor} of RFC 9406.
     *
     * @param congestionControl as above
     * @param recovery as above
     * @param sack as above
     * @param timestamps as above
     * @param initialWindowSegments as above
     * @param delayedAckSegments as above
     * @param delayedAckNanos as above
     * @param initialRtoNanos as above
     * @param minRtoNanos as above
     */
    public TcpOptions(
            CongestionControl congestionControl,
            Recovery recovery,
            boolean sack,
            boolean timestamps,
            int initialWindowSegments,
            int delayedAckSegments,
            long delayedAckNanos,
            long initialRtoNanos,
            long minRtoNanos) {
        this(
                congestionControl,
                recovery,
                sack,
                timestamps,
                initialWindowSegments,
                delayedAckSegments,
                delayedAckNanos,
                initialRtoNanos,
                minRtoNanos,
                HY_START_DIVISOR);
    }

    private static void require(boolean holds, String name, long value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + ": must be " + allowed);
        }
    }

    /** How much is sent while losses are repaired. */
    public enum Recovery {
        /** Window inflation (RFC 6582). */
        CLASSIC,
        /** Proportional rate reduction (RFC 6937, RFC 9937). */
        PROPORTIONAL
    }

    /** What Linux does: CUBIC, SACK, timestamps, initial window 10, delayed ACK 2 segments or 40 ms, RTO 1 s, then at least 200 ms. */
    public static final TcpOptions DEFAULT = new TcpOptions(
            CongestionControl.CUBIC,
            Recovery.PROPORTIONAL,
            true,
            true,
            10,
            2,
            40_000_000L,
            1_000_000_000L,
            200_000_000L);
}

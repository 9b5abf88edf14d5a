package dev.chokepoint.lab.measure;

import java.util.List;

/**
 * How one TCP connection fared, and the queue that it shared, in a simulation's first replication. Times count from the start
 * of the load; there are at most {@link #MOST} of each.
 *
 * @param name which connection, and which end of it sends
 * @param link the name of the link direction whose queue is shown: the slowest on the way of what that end sends
 * @param window how the sending end stood
 * @param queue how full the link's queue was
 */
public record ConnectionTrace(String name, String link, List<Moment> window, List<Filling> queue) {
    /** As many moments as are kept; of those in between, the last in each equal part of the time. */
    public static final int MOST = 1_000;

    /** Copies the lists. */
    public ConnectionTrace {
        window = List.copyOf(window);
        queue = List.copyOf(queue);
    }

    /**
     * The sending end at one moment.
     *
     * @param atNanos when
     * @param congestionWindowBytes what it may have in the network (RFC 5681)
     * @param thresholdBytes where slow start ends; {@link Long#MAX_VALUE} before the first loss
     * @param inFlightBytes what it believes to have there
     * @param smoothedRttNanos its estimate of the round trip; 0 before it has one
     * @param retransmittedBytes what it has sent more than once so far
     */
    public record Moment(
            long atNanos,
            long congestionWindowBytes,
            long thresholdBytes,
            long inFlightBytes,
            long smoothedRttNanos,
            long retransmittedBytes) {}

    /**
     * The link's queue in a part of the time.
     *
     * @param atNanos when the part ends
     * @param waitingBytes the mean
     * @param dropped packets that found it full
     * @param lost packets that vanished behind it
     */
    public record Filling(long atNanos, double waitingBytes, long dropped, long lost) {}
}

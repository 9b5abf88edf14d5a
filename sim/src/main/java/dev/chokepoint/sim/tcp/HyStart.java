package dev.chokepoint.sim.tcp;

/**
 * Hybrid slow start (Ha and Rhee, "Taming the elephants", 2011; RFC 9438 section 4.10): slow start ends before the first loss
 * when acknowledgements come in a train as long as the round trip, or when the shortest round trip of one round is longer than
 * the shortest of all by a fraction of that (RFC 9406 section 4.2: an eighth, 4 to 16 ms).
 */
final class HyStart {
    /** Below this window it does nothing. */
    private static final long LOW_WINDOW_SEGMENTS = 16;

    /** Acknowledgements this close make a train. */
    private static final long TRAIN_GAP_NANOS = 2_000_000L;

    /** Samples of a round before its delay is judged. */
    private static final int SAMPLES = 8;

    private static final long DELAY_MIN_NANOS = 4_000_000L;
    private static final long DELAY_MAX_NANOS = 128_000_000L;

    private final int divisor;
    private long roundEnd;
    private long roundStartNanos;
    private long lastAckNanos;
    private long shortestNanos = Long.MAX_VALUE;
    private long roundRttNanos = Long.MAX_VALUE;
    private int samples;

    /** Delay counts when it exceeds the shortest by its {@code divisor}th part. */
    HyStart(int divisor) {
        this.divisor = divisor;
    }

    /** Whether slow start should end with this acknowledgement of everything before {@code ackedTo}. */
    boolean leaves(long windowSegments, long ackedTo, long highestSent, long rttNanos, long nowNanos) {
        shortestNanos = Math.min(shortestNanos, rttNanos);
        boolean found = windowSegments >= LOW_WINDOW_SEGMENTS && isNoticed(rttNanos, nowNanos);
        if (ackedTo > roundEnd) {
            startRound(highestSent, nowNanos);
        }
        return found;
    }

    /** Both look at every acknowledgement. */
    private boolean isNoticed(long rttNanos, long nowNanos) {
        boolean train = isTrain(nowNanos);
        boolean slower = isSlower(rttNanos);
        return train || slower;
    }

    private boolean isTrain(long nowNanos) {
        if (nowNanos - lastAckNanos > TRAIN_GAP_NANOS) {
            return false;
        }
        lastAckNanos = nowNanos;
        return nowNanos - roundStartNanos > shortestNanos;
    }

    private boolean isSlower(long rttNanos) {
        if (samples < SAMPLES) {
            samples++;
            roundRttNanos = Math.min(roundRttNanos, rttNanos);
            return false;
        }
        long more = Math.clamp(shortestNanos / divisor, DELAY_MIN_NANOS, DELAY_MAX_NANOS / divisor);
        return roundRttNanos > shortestNanos + more;
    }

    private void startRound(long highestSent, long nowNanos) {
        roundEnd = highestSent;
        roundStartNanos = nowNanos;
        lastAckNanos = nowNanos;
        roundRttNanos = Long.MAX_VALUE;
        samples = 0;
    }
}

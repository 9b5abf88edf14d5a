package dev.chokepoint.sim.tcp;

/** The round-trip time and the retransmission time-out that follows from it (RFC 6298 section 2). */
final class RttEstimator {
    /** Back-off ends here (RFC 6298 section 2.5: at least 60 s). */
    static final long MAX_RTO_NANOS = 60_000_000_000L;

    /** The clock's granularity G (RFC 6298 section 2). */
    private static final long GRANULARITY_NANOS = 1_000_000L;

    private long smoothedNanos;
    private long variationNanos;
    private long rtoNanos;

    /** How often the time-out was doubled since the last sample. */
    private int doublings;

    RttEstimator(long initialRtoNanos) {
        rtoNanos = initialRtoNanos;
    }

    /** A round trip was measured; ends any back-off (RFC 6298 sections 2.2, 2.3 and 5). */
    void sample(long rttNanos, long minRtoNanos) {
        if (smoothedNanos == 0) {
            smoothedNanos = rttNanos;
            variationNanos = rttNanos / 2;
        } else {
            variationNanos += (Math.abs(smoothedNanos - rttNanos) - variationNanos) / 4;
            smoothedNanos += (rttNanos - smoothedNanos) / 8;
        }
        long rto = smoothedNanos + Math.max(GRANULARITY_NANOS, 4 * variationNanos);
        rtoNanos = Math.min(MAX_RTO_NANOS, Math.max(minRtoNanos, rto));
        doublings = 0;
    }

    /** The time-out passed (RFC 6298 section 5.5). */
    void backOff() {
        if (rtoNanos() < MAX_RTO_NANOS) {
            doublings++;
        }
    }

    /** What was waited for came, though it is no sample. */
    void endBackOff() {
        doublings = 0;
    }

    /** Without a sample from the handshake, the time-out of data (RFC 6298 section 5.7). */
    void restart(long nanos) {
        rtoNanos = nanos;
        doublings = 0;
    }

    long rtoNanos() {
        return Math.min(MAX_RTO_NANOS, rtoNanos << doublings);
    }

    /** The smoothed round-trip time; 0 before the first sample. */
    long smoothedNanos() {
        return smoothedNanos;
    }
}

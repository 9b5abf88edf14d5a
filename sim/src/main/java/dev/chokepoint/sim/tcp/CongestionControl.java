package dev.chokepoint.sim.tcp;

/**
 * The congestion window in bytes, and how acknowledgements and losses move it (RFC 5681 section 3.1). What differs between
 * algorithms is congestion avoidance and how much a loss takes away.
 */
abstract class CongestionControl {
    /** No loss has been seen yet: slow start has no end (RFC 5681 section 3.1: "arbitrarily high"). */
    static final long UNLIMITED = Long.MAX_VALUE;

    final int mss;
    private long windowBytes;
    private long thresholdBytes = UNLIMITED;

    /** Acknowledged bytes that do not make a segment yet. */
    private int restBytes;

    CongestionControl(TcpSettings settings, int mss) {
        this.mss = mss;
        windowBytes = (long) settings.initialWindowSegments() * mss;
    }

    static CongestionControl of(TcpSettings settings, int mss) {
        return switch (settings.control()) {
            case NEW_RENO -> new NewReno(settings, mss);
            case CUBIC -> new Cubic(settings, mss);
        };
    }

    /** The congestion window. */
    final long windowBytes() {
        return windowBytes;
    }

    final void windowBytes(long bytes) {
        windowBytes = bytes;
    }

    /** The slow start threshold. */
    final long thresholdBytes() {
        return thresholdBytes;
    }

    final void thresholdBytes(long bytes) {
        thresholdBytes = bytes;
    }

    final boolean isSlowStart() {
        return windowBytes < thresholdBytes;
    }

    /** How many full segments {@code bytes} and what was left over before make (RFC 3465 section 2.1). */
    final int segments(long bytes) {
        long sum = restBytes + bytes;
        restBytes = (int) (sum % mss);
        return (int) (sum / mss);
    }

    /**
     * New data was acknowledged while nothing is lost and the window was used up. In slow start the window grows by what was
     * acknowledged, within a limit (RFC 5681 equation 2).
     */
    final void acknowledged(int segments, RttEstimator rtt, long nowNanos) {
        int left = segments;
        if (isSlowStart() && left > 0) {
            int grown = Math.min(left, slowStartSegments());
            windowBytes += (long) grown * mss;
            left -= grown;
        }
        if (!isSlowStart() && left > 0) {
            avoid(left, rtt, nowNanos);
        }
    }

    /** By how many segments the window grows at most with one acknowledgement in slow start. */
    abstract int slowStartSegments();

    /** A round trip was measured: nothing for most. */
    void measured(long ackedTo, long highestSent, RttEstimator rtt, long nowNanos) {}

    /** A loss was seen: the new threshold. {@code pipeBytes} are believed to be in the network. */
    abstract long afterLoss(long pipeBytes);

    /** The retransmission timer went off. */
    void timedOut() {}

    /** Congestion avoidance: {@code segments} were acknowledged. */
    abstract void avoid(int segments, RttEstimator rtt, long nowNanos);
}

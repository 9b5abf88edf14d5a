package dev.chokepoint.sim.tcp;

/**
 * Additive increase, halving decrease (RFC 5681). After a loss the threshold is half of what is believed to be in the network;
 * RFC 5681 equation 4 allows at most half of what is unacknowledged, which is never less.
 */
final class NewReno extends CongestionControl {
    NewReno(TcpSettings settings, int mss) {
        super(settings, mss);
    }

    /** RFC 5681 equation 2. */
    @Override
    int slowStartSegments() {
        return 1;
    }

    /** RFC 5681 equation 3: each acknowledgement adds mss²/window. */
    @Override
    void avoid(int segments, RttEstimator rtt, long nowNanos) {
        windowBytes(windowBytes() + Math.max(1, (long) mss * mss / windowBytes()));
    }

    @Override
    long afterLoss(long pipeBytes) {
        return Math.max(pipeBytes / 2, 2L * mss);
    }
}

package dev.chokepoint.sim.tcp;

/** CUBIC (RFC 9438), with HyStart in slow start. */
final class Cubic extends CongestionControl {
    private final int hyStartDivisor;

    /** Made when the window grows for the first time. */
    private HyStart hyStart;

    /** Made with the first loss or the end of slow start. */
    private CubicCurve curve;

    /** Growth that does not make a byte yet, as a part of one. */
    private float restBytes;

    Cubic(TcpSettings settings, int mss) {
        super(settings, mss);
        hyStartDivisor = settings.hyStartDivisor();
    }

    /** RFC 9406 section 4.2, L without pacing. */
    @Override
    int slowStartSegments() {
        return 8;
    }

    @Override
    void measured(long ackedTo, long highestSent, RttEstimator rtt, long nowNanos) {
        if (!isSlowStart()) {
            return;
        }
        if (hyStart == null) {
            hyStart = new HyStart(hyStartDivisor);
        }
        if (hyStart.leaves(windowBytes() / mss, ackedTo, highestSent, rtt.smoothedNanos(), nowNanos)) {
            thresholdBytes(windowBytes());
        }
    }

    @Override
    void avoid(int segments, RttEstimator rtt, long nowNanos) {
        double window = windowSegments();
        double bytes = restBytes + (curve().grown(window, segments, rtt.smoothedNanos(), nowNanos) - window) * mss;
        long whole = (long) bytes;
        restBytes = (float) (bytes - whole);
        windowBytes(windowBytes() + whole);
    }

    private double windowSegments() {
        return (double) windowBytes() / mss;
    }

    private CubicCurve curve() {
        if (curve == null) {
            curve = new CubicCurve();
        }
        return curve;
    }

    /** Multiplicative decrease (RFC 9438 section 4.6). */
    @Override
    long afterLoss(long pipeBytes) {
        curve().lost(windowSegments());
        return Math.max((long) (windowBytes() * CubicCurve.BETA), 2L * mss);
    }

    /** RFC 9438 section 4.8. */
    @Override
    void timedOut() {
        curve().restart();
        hyStart = null;
    }
}

package dev.chokepoint.sim.tcp;

/**
 * CUBIC (RFC 9438), with HyStart in slow start. Windows are in segments here, times in seconds, as in the RFC.
 */
final class Cubic extends CongestionControl {
    /** Multiplicative decrease (RFC 9438 section 4.6). */
    static final double BETA = 0.7;

    /** Aggressiveness, in segments/s³ (RFC 9438 section 5.1). */
    static final double C = 0.4;

    /** Additive increase that is Reno-friendly with {@link #BETA} (RFC 9438 section 4.3). */
    private static final double ALPHA = 3 * (1 - BETA) / (1 + BETA);

    private static final long NOT_STARTED = -1;

    private static final double NANOS = 1e9;

    private final int hyStartDivisor;

    /** Made when the window grows for the first time. */
    private HyStart hyStart;

    private long epochNanos = NOT_STARTED;
    private double originSegments;
    private double maxSegments;
    private double periodSeconds;
    private double friendlySegments;

    /** The window before the last decrease, from which on the friendly window grows like Reno's. */
    private double priorSegments;

    /** Growth that does not make a byte yet. */
    private double restSegments;

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
        double window = (double) windowBytes() / mss;
        if (epochNanos == NOT_STARTED) {
            startEpoch(window, nowNanos);
        }
        double seconds = (nowNanos - epochNanos) / NANOS;
        double friendly = friendly(segments, window);
        double grown;
        if (curve(seconds) < friendly) {
            grown = Math.max(window, friendly);
        } else {
            double target = curve(seconds + rtt.smoothedNanos() / NANOS);
            double bounded = Math.min(Math.max(target, window), 1.5 * window);
            grown = window + segments * (bounded - window) / window;
        }
        grow(grown - window);
    }

    private void grow(double segments) {
        restSegments += segments;
        long bytes = (long) (restSegments * mss);
        restSegments -= (double) bytes / mss;
        windowBytes(windowBytes() + bytes);
    }

    /** RFC 9438 sections 4.2 and 4.8. */
    private void startEpoch(double window, long nowNanos) {
        epochNanos = nowNanos;
        friendlySegments = window;
        if (window < maxSegments) {
            originSegments = maxSegments;
            periodSeconds = StrictMath.cbrt((maxSegments - window) / C);
        } else {
            originSegments = window;
            periodSeconds = 0;
        }
    }

    /** W_cubic (RFC 9438 equation 1). */
    private double curve(double seconds) {
        double offset = seconds - periodSeconds;
        return originSegments + C * offset * offset * offset;
    }

    /** W_est (RFC 9438 equation 4). */
    private double friendly(int segments, double window) {
        double alpha = friendlySegments < priorSegments ? ALPHA : 1;
        friendlySegments += alpha * segments / window;
        return friendlySegments;
    }

    /** Multiplicative decrease and fast convergence (RFC 9438 sections 4.6 and 4.7). */
    @Override
    long afterLoss(long pipeBytes) {
        double window = (double) windowBytes() / mss;
        priorSegments = window;
        maxSegments = window < maxSegments ? window * (1 + BETA) / 2 : window;
        epochNanos = NOT_STARTED;
        return Math.max((long) (windowBytes() * BETA), 2L * mss);
    }

    /** RFC 9438 section 4.8: the next epoch starts afresh. */
    @Override
    void timedOut() {
        epochNanos = NOT_STARTED;
        hyStart = null;
    }
}

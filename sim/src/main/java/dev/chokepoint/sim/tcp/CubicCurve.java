package dev.chokepoint.sim.tcp;

/**
 * CUBIC's window over time since the last loss (RFC 9438 sections 4.2 to 4.7), in segments and seconds. Made when congestion
 * avoidance begins: most connections never get there.
 */
final class CubicCurve {
    /** Multiplicative decrease (RFC 9438 section 4.6). */
    static final double BETA = 0.7;

    /** Aggressiveness, in segments/s³ (RFC 9438 section 5.1). */
    private static final double C = 0.4;

    /** Additive increase that is Reno-friendly with {@link #BETA} (RFC 9438 section 4.3). */
    private static final double ALPHA = 3 * (1 - BETA) / (1 + BETA);

    private static final long NOT_STARTED = -1;
    private static final double NANOS = 1e9;

    private long epochNanos = NOT_STARTED;
    private double originSegments;
    private double maxSegments;
    private double periodSeconds;
    private double friendlySegments;

    /** The window before the last decrease, from which on the friendly window grows like Reno's. */
    private double priorSegments;

    /** The window after {@code segments} more were acknowledged. */
    double grown(double window, int segments, long rttNanos, long nowNanos) {
        if (epochNanos == NOT_STARTED) {
            start(window, nowNanos);
        }
        double seconds = (nowNanos - epochNanos) / NANOS;
        double friendly = friendly(segments, window);
        if (at(seconds) < friendly) {
            return Math.max(window, friendly);
        }
        double target = at(seconds + rttNanos / NANOS);
        double bounded = Math.min(Math.max(target, window), 1.5 * window);
        return window + segments * (bounded - window) / window;
    }

    /** RFC 9438 sections 4.2 and 4.8. */
    private void start(double window, long nowNanos) {
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
    private double at(double seconds) {
        double offset = seconds - periodSeconds;
        return originSegments + C * offset * offset * offset;
    }

    /** W_est (RFC 9438 equation 4). */
    private double friendly(int segments, double window) {
        double alpha = friendlySegments < priorSegments ? ALPHA : 1;
        friendlySegments += alpha * segments / window;
        return friendlySegments;
    }

    /** A loss at {@code window}: the plateau to come, lower if this loss came earlier than the last (RFC 9438 section 4.7). */
    void lost(double window) {
        priorSegments = window;
        maxSegments = window < maxSegments ? window * (1 + BETA) / 2 : window;
        restart();
    }

    /** The next epoch starts afresh. */
    void restart() {
        epochNanos = NOT_STARTED;
    }
}

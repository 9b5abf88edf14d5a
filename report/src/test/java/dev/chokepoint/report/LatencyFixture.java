package dev.chokepoint.report;

import dev.chokepoint.lab.measure.Latency;
import java.util.ArrayList;
import java.util.List;

/** The latencies of {@link Fixture}: an exponential tail behind two ways of ten milliseconds. */
final class LatencyFixture {
    private LatencyFixture() {}

    static Latency latency(double slower) {
        List<Latency.Point> curve = new ArrayList<>();
        for (double tail = 1; tail > 1.0 / 4_000; tail /= 1.15) {
            curve.add(new Latency.Point(100 * (1 - tail), nanosAt(tail, slower)));
        }
        curve.add(new Latency.Point(100, nanosAt(1.0 / 4_000, slower)));
        return new Latency(
                4_001,
                (20.976e6 + 1.68e6 * slower),
                nanosAt(0.5, slower),
                nanosAt(0.1, slower),
                nanosAt(0.01, slower),
                nanosAt(0.001, slower),
                nanosAt(1.0 / 4_000, slower),
                curve);
    }

    static long nanosAt(double tail, double slower) {
        return (long) ((20.98e6 - 1.67e6 * StrictMath.log(tail)) * slower);
    }
}

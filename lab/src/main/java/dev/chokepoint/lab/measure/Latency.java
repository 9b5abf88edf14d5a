package dev.chokepoint.lab.measure;

import java.util.List;

/**
 * Latency: delivery minus intended send. From an HdrHistogram with 3 significant digits.
 *
 * @param count messages
 * @param meanNanos the mean
 * @param p50Nanos the median
 * @param p90Nanos the 90th percentile
 * @param p99Nanos the 99th percentile
 * @param p999Nanos the 99.9th percentile
 * @param maxNanos the largest
 * @param curve the percentile curve, rising
 */
public record Latency(
        long count,
        double meanNanos,
        long p50Nanos,
        long p90Nanos,
        long p99Nanos,
        long p999Nanos,
        long maxNanos,
        List<Point> curve) {
    /** Copies the list. */
    public Latency {
        curve = List.copyOf(curve);
    }

    /**
     * One point of the curve.
     *
     * @param percentile 0 to 100
     * @param nanos the latency that so many per cent do not exceed
     */
    public record Point(double percentile, long nanos) {}
}

package dev.chokepoint.lab.measure;

import java.util.List;

/**
 * One interval of a run.
 *
 * @param atNanos its end, from the start of the load
 * @param offeredPerSecond messages meant to leave in it, per second
 * @param carriedPerSecond messages delivered in it, per second
 * @param p50Nanos median latency of those delivered in it; 0 when none was
 * @param p99Nanos their 99th percentile
 * @param utilisations of the result's resources, in the same order; those of the clients, which come last, are missing
 */
public record TimePoint(
        long atNanos,
        double offeredPerSecond,
        double carriedPerSecond,
        long p50Nanos,
        long p99Nanos,
        List<Double> utilisations) {
    /** Copies the list. */
    public TimePoint {
        utilisations = List.copyOf(utilisations);
    }
}

package dev.chokepoint.lab.scenario;

/**
 * A condition on the result, such as {@code p99 < 150ms}.
 *
 * @param metric what is compared
 * @param below true for {@code <}, false for {@code >}
 * @param limit nanoseconds for latencies, a fraction (0 to 1) for errors, messages per second for carried
 * @param text as the user wrote it
 */
public record Objective(Metric metric, boolean below, double limit, String text) {
    /** What can be compared. */
    public enum Metric {
        /** Median latency. */
        P50,
        /** Latency that 90 % do not exceed. */
        P90,
        /** Latency that 99 % do not exceed. */
        P99,
        /** Latency that 99.9 % do not exceed. */
        P999,
        /** The largest latency. */
        MAX,
        /** Failed messages as a fraction of all. */
        ERRORS,
        /** Delivered messages per second. */
        CARRIED
    }
}

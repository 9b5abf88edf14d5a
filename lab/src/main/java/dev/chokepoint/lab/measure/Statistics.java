package dev.chokepoint.lab.measure;

import java.util.List;
import java.util.Optional;

/**
 * How sure a simulation's figures are.
 *
 * @param runs the replications, in the order of their seeds
 * @param estimates the figures with their intervals
 * @param warmup whether the warm-up was long enough
 * @param precision what was asked for; empty when nothing was
 */
public record Statistics(List<Run> runs, List<Estimate> estimates, Warmup warmup, Optional<Precision> precision) {
    /** Copies the lists. */
    public Statistics {
        runs = List.copyOf(runs);
        estimates = List.copyOf(estimates);
    }

    /**
     * One replication.
     *
     * @param seed that it ran with
     * @param delivered messages
     * @param carriedPerSecond messages delivered per second
     * @param meanNanos mean latency
     * @param p50Nanos median latency
     * @param p90Nanos 90th percentile
     * @param p99Nanos 99th percentile
     * @param p999Nanos 99.9th percentile
     */
    public record Run(
            long seed,
            long delivered,
            double carriedPerSecond,
            double meanNanos,
            long p50Nanos,
            long p90Nanos,
            long p99Nanos,
            long p999Nanos) {
        /**
         * One of its figures.
         *
         * @param figure any but {@link Figure#USED}, which belongs to a resource
         * @return its value
         * @throws IllegalArgumentException for {@link Figure#USED}
         */
        public double value(Figure figure) {
            return switch (figure) {
                case CARRIED -> carriedPerSecond;
                case MEAN -> meanNanos;
                case P50 -> p50Nanos;
                case P90 -> p90Nanos;
                case P99 -> p99Nanos;
                case P999 -> p999Nanos;
                case USED -> throw new IllegalArgumentException("which resource's utilisation?");
            };
        }
    }

    /**
     * The judgement of the warm-up, by MSER-5.
     *
     * @param deletedNanos what was deleted: the scenario's {@code warmup}
     * @param suggestedNanos what MSER-5 would delete
     * @param verdict what follows
     */
    public record Warmup(long deletedNanos, long suggestedNanos, Verdict verdict) {
        /** What a warm-up can be. */
        public enum Verdict {
            /** Long enough: deleting more would change the mean by less than its interval. */
            LONG_ENOUGH,
            /** Too short. */
            TOO_SHORT,
            /** The load lasts too short: latency had not settled in its first half. */
            NOT_SETTLED,
            /** The load is more than the system carries, and latency grows as long as it lasts. */
            OVERLOAD,
            /** Not judged: too few messages, or a load that changes by design. */
            NOT_JUDGED
        }
    }

    /**
     * A precision that was asked for.
     *
     * @param asked the greatest half-width, as a fraction of the figure
     * @param reached the worst half-width of the figures it was asked for; NaN where a figure has no interval
     */
    public record Precision(double asked, double reached) {
        /**
         * Whether it was reached.
         *
         * @return false for NaN too
         */
        public boolean met() {
            return reached <= asked;
        }

        /**
         * How much narrower the widest interval must become.
         *
         * @return half-width / asked half-width, above 1 until it is met; NaN where a figure has no interval
         */
        public double missing() {
            return reached / asked;
        }
    }

    /**
     * The estimate of a figure.
     *
     * @param figure which one
     * @return empty where it has none
     */
    public Optional<Estimate> of(Figure figure) {
        return estimates.stream().filter(e -> e.figure() == figure).findFirst();
    }
}

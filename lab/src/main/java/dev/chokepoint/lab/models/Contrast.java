package dev.chokepoint.lab.models;

import dev.chokepoint.lab.scenario.Model;
import dev.chokepoint.lab.statistics.PairedDifference;

/**
 * How two models differ in a figure, run by run with the same random numbers.
 *
 * @param metric which figure
 * @param one a model
 * @param other another one
 * @param difference other - one; its interval is wider than 95 %, so that of all pairs' intervals of this figure together 95 % of
 *     comparisons have none that misses (Bonferroni)
 * @param significant whether that interval leaves out 0
 */
public record Contrast(Metric metric, Model one, Model other, PairedDifference difference, boolean significant) {
    /** What is contrasted. */
    public enum Metric {
        /** Median latency, nanoseconds. */
        P50,
        /** Latency that 99 % do not exceed, nanoseconds. */
        P99,
        /** Latency that 99.9 % do not exceed, nanoseconds. */
        P999,
        /** What the chokepoint's demand leaves room for, messages per second. */
        CAPACITY,
        /** What is lost when the worst node dies, 0 to 1. */
        LOST;

        /**
         * Whether more is better.
         *
         * @return true for the capacity
         */
        public boolean moreIsBetter() {
            return this == CAPACITY;
        }
    }

    /**
     * Whether it is about two models.
     *
     * @param a one of them
     * @param b the other
     * @return in either order
     */
    public boolean of(Model a, Model b) {
        return one == a && other == b || one == b && other == a;
    }
}

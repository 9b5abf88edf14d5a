package dev.chokepoint.sim.truth;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;

/**
 * One case of the reference, with everything that was decided before it was run.
 *
 * @param name the reference's name
 * @param how what was run: programs on the seam, or the bare engine
 * @param replications how many, with the seeds 1 to this
 * @param runs one replication, by its seed
 * @param metrics what is compared
 */
record Case(String name, String how, int replications, LongFunction<Tally> runs, List<Metric> metrics) {
    /** How close a figure must come. */
    enum Kind {
        /** A mean or a probability: within 1 %, standard error at most 0.3 %. */
        MEAN(0.01, 0.003),
        /** A percentile up to the 99th: within 2 %. */
        PERCENTILE(0.02, Double.POSITIVE_INFINITY),
        /** The 99.9th percentile: within 5 %. */
        TAIL(0.05, Double.POSITIVE_INFINITY);

        final double bound;
        final double standardError;

        Kind(double bound, double standardError) {
            this.bound = bound;
            this.standardError = standardError;
        }
    }

    /**
     * One figure.
     *
     * @param name the reference's name for it
     * @param kind how close it must come
     * @param expected the exact value, in the model's unit of time
     * @param measured from one replication
     */
    record Metric(String name, Kind kind, double expected, ToDoubleFunction<Tally> measured) {}
}

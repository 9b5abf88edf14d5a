package dev.chokepoint.lab.measure;

/**
 * A figure of a simulation and what is known of its error.
 *
 * @param figure which one
 * @param value over all replications together; a percentile is that of all their messages in one histogram
 * @param halfWidth of the 95 % interval by Student's t over the replications' own values; NaN where there is none
 * @param doubt what is wrong with it
 */
public record Estimate(Figure figure, double value, double halfWidth, Doubt doubt) {
    /** A figure less precise than ± this part of itself is doubted. */
    public static final double WIDE = 0.05;

    /** A percentile with fewer messages above it than this is doubted. */
    public static final int BEYOND_MIN = 10;

    /** Why a figure should not be taken as printed. */
    public enum Doubt {
        /** Nothing. */
        NONE,
        /** There is one run, which says nothing of its own error. */
        ONE_RUN,
        /** Too few messages lie above a percentile. */
        FEW_MESSAGES,
        /** The interval is wider than ± 5 %. */
        WIDE,
        /** Latency grows as long as the load lasts: it has no steady value. */
        NO_STEADY_STATE
    }

    /**
     * How precise it is.
     *
     * @return half-width / |value|; NaN without an interval
     */
    public double relative() {
        return value == 0 ? Double.NaN : halfWidth / Math.abs(value);
    }

    /**
     * Whether a run had enough messages for a figure to mean anything.
     *
     * @param figure which one
     * @param messages how many were delivered
     * @return true with at least {@link #BEYOND_MIN} messages above it
     */
    public static boolean enough(Figure figure, long messages) {
        return messages * figure.tail() >= BEYOND_MIN;
    }
}

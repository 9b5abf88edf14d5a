package dev.chokepoint.lab.difference;

/**
 * One figure before and after.
 *
 * @param figure such as {@code latency p99}
 * @param unit {@code ns}, {@code /s} or {@code 1} (a fraction)
 * @param before its value, the mean over replications or runs where there are several
 * @param after likewise
 * @param noise how much it may change by chance, in its unit, 0 or more: changes up to this are noise
 * @param source how the noise is known
 * @param verdict what follows
 */
public record FigureChange(
        String figure, String unit, double before, double after, double noise, Source source, Verdict verdict) {
    /** How much of a change chance may have made. */
    public enum Source {
        /** The interval of the differences of replications with the same seeds. */
        PAIRED,
        /** Welch's interval of independent replications or runs. */
        INDEPENDENT,
        /** The interval of two proportions, from the counts. */
        COUNTS,
        /** The intervals of each side, together. */
        BOTH_INTERVALS,
        /** One run a side says nothing of its error: a part of the figure that was agreed on. */
        AGREED
    }

    /** What a change means. */
    public enum Verdict {
        /** Beyond the noise, in the wrong direction. */
        WORSE,
        /** Beyond the noise, in the right direction. */
        BETTER,
        /** No more than chance makes. */
        NOISE,
        /** Too few messages to say. */
        NOT_JUDGED
    }

    /**
     * The change.
     *
     * @return after - before, in the figure's unit
     */
    public double change() {
        return after - before;
    }

    /**
     * The change as a part of what was.
     *
     * @return a fraction; NaN where it was 0
     */
    public double relative() {
        return before == 0 ? Double.NaN : change() / Math.abs(before);
    }

    /**
     * The noise as a part of what was.
     *
     * @return a fraction; NaN where it was 0
     */
    public double relativeNoise() {
        return before == 0 ? Double.NaN : noise / Math.abs(before);
    }
}

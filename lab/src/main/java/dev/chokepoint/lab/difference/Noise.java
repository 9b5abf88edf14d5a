package dev.chokepoint.lab.difference;

import dev.chokepoint.lab.difference.FigureChange.Source;
import dev.chokepoint.lab.difference.FigureChange.Verdict;
import dev.chokepoint.lab.statistics.IndependentDifference;
import dev.chokepoint.lab.statistics.Interval;
import dev.chokepoint.lab.statistics.PairedDifference;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Tells change from chance.
 *
 * @param agreed changes of figures without an interval are noise up to this part of the figure, 0 or more
 */
public record Noise(double agreed) {
    /** What live figures of a shared machine vary by from run to run. */
    public static final Noise STANDARD = new Noise(0.2);

    /** Histograms keep three digits: smaller changes of a latency may be rounding. */
    private static final double RESOLUTION = 0.001;

    /** How many figures are judged: load, errors, five of latency, and capacity. */
    private static final int FIGURES = 8;

    /**
     * Of each figure, so that one of them is called changed by mere chance in at most 5 of 100 comparisons (Bonferroni): a
     * build must not fail because many figures were looked at.
     */
    private static final double CONFIDENCE = 1 - (1 - Interval.CONFIDENCE) / FIGURES;

    /** What a standard normal variable stays within, to either side. */
    private static final double Z = normal(CONFIDENCE);

    /** How much wider an interval of 95 % becomes. */
    private static final double WIDER = Z / normal(Interval.CONFIDENCE);

    private static double normal(double confidence) {
        return new NormalDistribution().inverseCumulativeProbability((1 + confidence) / 2);
    }

    /** A figure of which each side has some values; {@code paired} when the n-th of either had the same seed. */
    FigureChange of(String figure, String unit, double[] before, double[] after, boolean paired, boolean moreIsBetter) {
        if (paired && before.length > 1) {
            PairedDifference pairs = PairedDifference.of(before, after, CONFIDENCE);
            double noise = pairs.change().halfWidth();
            return judged(figure, unit, pairs.before(), pairs.after(), noise, Source.PAIRED, moreIsBetter);
        }
        Interval welch = IndependentDifference.of(before, after, CONFIDENCE);
        double was = mean(before);
        boolean known = Double.isFinite(welch.halfWidth());
        return judged(
                figure,
                unit,
                was,
                mean(after),
                known ? welch.halfWidth() : agreed * Math.abs(was),
                known ? Source.INDEPENDENT : Source.AGREED,
                moreIsBetter);
    }

    /**
     * Failed messages, as fractions of all: the interval of two proportions by Agresti and Caffo (2000, "Simple and effective
     * confidence intervals for proportions", The American Statistician 54), which holds for few failures too.
     */
    FigureChange errors(String figure, long failedBefore, long allBefore, long failedAfter, long allAfter) {
        double a = (failedBefore + 1.0) / (allBefore + 2.0);
        double b = (failedAfter + 1.0) / (allAfter + 2.0);
        double noise = Z * Math.sqrt(a * (1 - a) / (allBefore + 2.0) + b * (1 - b) / (allAfter + 2.0));
        double before = (double) failedBefore / Math.max(1, allBefore);
        double after = (double) failedAfter / Math.max(1, allAfter);
        return judged(figure, "1", before, after, noise, Source.COUNTS, false);
    }

    /** A figure of which each side knows its own half-width, as a part of itself; NaN where it does not. */
    FigureChange capacity(String figure, double before, double after, double relativeBefore, double relativeAfter) {
        double offBefore = before * relativeBefore;
        double offAfter = after * relativeAfter;
        double off = WIDER * Math.sqrt(offBefore * offBefore + offAfter * offAfter);
        return Double.isFinite(off)
                ? judged(figure, "/s", before, after, off, Source.BOTH_INTERVALS, true)
                : judged(figure, "/s", before, after, agreed * before, Source.AGREED, true);
    }

    /** The same change, of which the messages were too few to say anything. */
    static FigureChange notJudged(FigureChange change) {
        return new FigureChange(
                change.figure(),
                change.unit(),
                change.before(),
                change.after(),
                change.noise(),
                change.source(),
                Verdict.NOT_JUDGED);
    }

    private static FigureChange judged(
            String figure,
            String unit,
            double before,
            double after,
            double noise,
            Source source,
            boolean moreIsBetter) {
        double least = Math.max(noise, unit.equals("ns") ? RESOLUTION * Math.abs(before) : 0);
        double change = after - before;
        Verdict verdict =
                Math.abs(change) <= least ? Verdict.NOISE : change > 0 == moreIsBetter ? Verdict.BETTER : Verdict.WORSE;
        return new FigureChange(figure, unit, before, after, least, source, verdict);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}

package dev.chokepoint.bench;

import java.util.Locale;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The ratio of two figures measured in pairs, with its 95 % confidence interval: a paired Student t on the logarithms, so that
 * A/B and B/A tell the same story.
 *
 * @param mean the geometric mean of the pairs' ratios
 * @param low the interval's lower end
 * @param high its upper end
 * @param pairs how many there were
 */
public record PairedRatio(double mean, double low, double high, int pairs) {
    /**
     * Compares.
     *
     * @param ratios one for each pair, above 0
     * @return their ratio; with fewer than two pairs its interval is not a number
     */
    public static PairedRatio of(double[] ratios) {
        double sum = 0;
        for (double ratio : ratios) {
            sum += Math.log(ratio);
        }
        double mean = sum / ratios.length;
        double half = ratios.length < 2 ? Double.NaN : halfWidth(ratios, mean);
        return new PairedRatio(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half), ratios.length);
    }

    private static double halfWidth(double[] ratios, double mean) {
        double squares = 0;
        for (double ratio : ratios) {
            squares += (Math.log(ratio) - mean) * (Math.log(ratio) - mean);
        }
        double error = Math.sqrt(squares / (ratios.length - 1) / ratios.length);
        return new TDistribution(ratios.length - 1).inverseCumulativeProbability(0.975) * error;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.3f, 95 %% confidence interval %.3f to %.3f (paired t, n = %d)", mean, low, high, pairs);
    }
}

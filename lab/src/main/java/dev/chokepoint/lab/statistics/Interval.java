package dev.chokepoint.lab.statistics;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A 95 % confidence interval by Student's t of the mean of independent, alike numbers: here the figures of independent
 * replications (Law, Simulation Modeling and Analysis, section 9.5). It covers the true mean in 95 of 100 experiments when
 * the numbers are about normal, which means and percentiles of long enough replications are.
 *
 * @param mean its centre
 * @param halfWidth what it reaches to either side; NaN for fewer than two numbers: one says nothing of its own error
 * @param count how many numbers
 */
public record Interval(double mean, double halfWidth, int count) {
    /** The probability that an interval covers what it estimates. */
    public static final double CONFIDENCE = 0.95;

    /**
     * The interval of numbers that were added up.
     *
     * @param moments of the numbers
     * @return the interval
     */
    public static Interval of(Moments moments) {
        return of(moments, CONFIDENCE);
    }

    /**
     * The interval of numbers that were added up, with another confidence.
     *
     * @param moments of the numbers
     * @param confidence the probability that it covers what it estimates, between 0 and 1
     * @return the interval
     */
    public static Interval of(Moments moments, double confidence) {
        int count = moments.count();
        double halfWidth =
                count < 2 ? Double.NaN : quantile(count - 1, confidence) * Math.sqrt(moments.variance() / count);
        return new Interval(moments.mean(), halfWidth, count);
    }

    /** What Student's t stays within, to either side, with a probability. */
    static double quantile(double degreesOfFreedom, double confidence) {
        return new TDistribution(degreesOfFreedom).inverseCumulativeProbability((1 + confidence) / 2);
    }

    /**
     * How precise it is.
     *
     * @return half-width / |mean|: 0.01 is ± 1 %; NaN for one number, or around 0
     */
    public double relative() {
        return mean == 0 ? Double.NaN : halfWidth / Math.abs(mean);
    }
}

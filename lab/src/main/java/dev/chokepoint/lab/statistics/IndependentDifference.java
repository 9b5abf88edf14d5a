package dev.chokepoint.lab.statistics;

/**
 * How much a figure changed between two independent sets of runs, whose spreads may differ: Welch's t interval with the
 * degrees of freedom by Satterthwaite's formula (Welch 1947, "The generalization of 'Student's' problem when several different
 * population variances are involved", Biometrika 34).
 */
public final class IndependentDifference {
    private IndependentDifference() {}

    /**
     * The interval of after - before.
     *
     * @param before one system's figures, one a run
     * @param after the other's
     * @param confidence the probability that the interval covers the true change, between 0 and 1
     * @return centred on the difference of the means; without a half-width (NaN) when either has fewer than two figures
     */
    public static Interval of(double[] before, double[] after, double confidence) {
        Moments first = moments(before);
        Moments second = moments(after);
        double change = second.mean() - first.mean();
        int count = first.count() + second.count();
        if (first.count() < 2 || second.count() < 2) {
            return new Interval(change, Double.NaN, count);
        }
        double a = first.variance() / first.count();
        double b = second.variance() / second.count();
        if (a + b == 0) {
            return new Interval(change, 0, count);
        }
        double freedom = (a + b) * (a + b) / (a * a / (first.count() - 1) + b * b / (second.count() - 1));
        return new Interval(change, Interval.quantile(freedom, confidence) * Math.sqrt(a + b), count);
    }

    private static Moments moments(double[] figures) {
        Moments moments = new Moments();
        for (double figure : figures) {
            moments.add(figure);
        }
        return moments;
    }
}

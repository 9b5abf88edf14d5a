package dev.chokepoint.lab.statistics;

/**
 * How much a figure changed from one simulated system to another, both run with common random numbers: the n-th replication
 * of either with the same seed. What chance did to both cancels in each pair's difference, so the interval of the
 * differences is narrower than that of two independent sets of runs (Law, section 11.2; with unequal luck it is still valid,
 * only not narrower).
 *
 * @param before the figure's mean over the first system's replications
 * @param after the second's
 * @param change the interval of after - before
 */
public record PairedDifference(double before, double after, Interval change) {
    /**
     * The differences of pairs.
     *
     * @param before the first system's figures, one a replication
     * @param after the second's, the same seed in the same place
     * @return their means and the interval of their differences
     * @throws IllegalArgumentException the two have different lengths: some figure has no partner
     */
    public static PairedDifference of(double[] before, double[] after) {
        return of(before, after, Interval.CONFIDENCE);
    }

    /**
     * The differences of pairs, with another confidence.
     *
     * @param before the first system's figures, one a replication
     * @param after the second's, the same seed in the same place
     * @param confidence the probability that the interval covers the true change, between 0 and 1
     * @return their means and the interval of their differences
     * @throws IllegalArgumentException the two have different lengths: some figure has no partner
     */
    public static PairedDifference of(double[] before, double[] after, double confidence) {
        if (before.length != after.length) {
            throw new IllegalArgumentException(
                    before.length + " figures against " + after.length + ": each needs its partner of the same seed");
        }
        Moments first = new Moments();
        Moments second = new Moments();
        Moments differences = new Moments();
        for (int i = 0; i < before.length; i++) {
            first.add(before[i]);
            second.add(after[i]);
            differences.add(after[i] - before[i]);
        }
        return new PairedDifference(first.mean(), second.mean(), Interval.of(differences, confidence));
    }
}

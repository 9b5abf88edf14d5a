package dev.chokepoint.lab.statistics;

/**
 * Where the warm-up of a series ends: MSER-5 (White 1997, "An effective truncation heuristic for bias reduction in
 * simulation output", Simulation 69:6; White, Cobb and Spratt 2000). The series is cut into k batches of 5 values with the
 * means Y; deleting the first d batches leaves the marginal standard error
 *
 * <pre>MSER(d) = sum over i &gt; d of (Y_i - mean of Y_(d+1) to Y_k)² / (k - d)²</pre>
 *
 * and the d with the smallest one is chosen, the first of equals. The last 5 batches are never tried alone: a few values that
 * happen to be alike look like certainty. A minimum in the second half of the series is no truncation point (the guard of
 * White 1997): the series had not settled, and a longer one is needed.
 *
 * @param deleted how many values to delete from the front; a multiple of 5
 * @param settled whether that is in the first half, so that the rest can be believed
 */
public record Mser5(int deleted, boolean settled) {
    /** How many values a series needs to be judged: twenty batches. */
    public static final int VALUES_MIN = 100;

    private static final int BATCH = 5;
    private static final int LEFT_MIN = 5;

    /**
     * Judges a series.
     *
     * @param values in the order of time, at least {@link #VALUES_MIN}; up to 4 at the end that fill no batch are left out
     * @return where its warm-up ends
     * @throws IllegalArgumentException there are too few
     */
    public static Mser5 of(double[] values) {
        if (values.length < VALUES_MIN) {
            throw new IllegalArgumentException(
                    values.length + " values: MSER-5 needs at least " + VALUES_MIN + " to judge a warm-up");
        }
        double[] means = batchMeans(values);
        int best = best(means);
        return new Mser5(BATCH * best, 2 * best <= means.length);
    }

    /** Around their own mean, so that squares don't swallow the differences. */
    private static double[] batchMeans(double[] values) {
        double[] means = new double[values.length / BATCH];
        double all = 0;
        for (int i = 0; i < BATCH * means.length; i++) {
            means[i / BATCH] += values[i] / BATCH;
            all += values[i] / (BATCH * means.length);
        }
        for (int i = 0; i < means.length; i++) {
            means[i] -= all;
        }
        return means;
    }

    private static int best(double[] means) {
        double sum = 0;
        double squares = 0;
        double least = Double.POSITIVE_INFINITY;
        int best = 0;
        for (int d = means.length - 1; d >= 0; d--) {
            double left = means.length - d;
            sum += means[d];
            squares += means[d] * means[d];
            double error = (squares - sum * sum / left) / (left * left);
            if (left > LEFT_MIN && error <= least) {
                least = error;
                best = d;
            }
        }
        return best;
    }
}

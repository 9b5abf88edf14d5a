package dev.chokepoint.lab.statistics;

/** Count, mean and variance of numbers as they come, in constant memory (Welford 1962). Not thread-safe. */
public final class Moments {
    private int count;
    private double mean;
    private double squares;

    /** No numbers yet. */
    public Moments() {}

    /**
     * Adds a number.
     *
     * @param number finite
     */
    public void add(double number) {
        count++;
        double before = number - mean;
        mean += before / count;
        squares += before * (number - mean);
    }

    /**
     * How many numbers were added.
     *
     * @return 0 or more
     */
    public int count() {
        return count;
    }

    /**
     * Their mean.
     *
     * @return 0 when there are none
     */
    public double mean() {
        return mean;
    }

    /**
     * Their variance, as an unbiased estimate of what they were drawn from.
     *
     * @return NaN for fewer than two numbers
     */
    public double variance() {
        return count < 2 ? Double.NaN : squares / (count - 1);
    }
}

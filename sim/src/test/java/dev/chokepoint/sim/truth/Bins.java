package dev.chokepoint.sim.truth;

import java.util.Arrays;

/** A histogram with equal bins, whose quantiles are interpolated; values past its end count in the last bin. */
final class Bins {
    private final long[] counts;
    private final double width;
    private double sum;
    private long count;

    Bins(int bins, double width) {
        this.counts = new long[bins];
        this.width = width;
    }

    void add(double value) {
        counts[(int) StrictMath.min(counts.length - 1, value / width)]++;
        sum += value;
        count++;
    }

    void clear() {
        Arrays.fill(counts, 0);
        sum = 0;
        count = 0;
    }

    double mean() {
        return sum / count;
    }

    long count() {
        return count;
    }

    double quantile(double fraction) {
        double left = fraction * count;
        int bin = 0;
        while (counts[bin] < left) {
            left -= counts[bin++];
        }
        return (bin + left / counts[bin]) * width;
    }
}

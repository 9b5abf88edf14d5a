package dev.chokepoint.lab.measure;

import java.util.Arrays;

/**
 * How latency went from the start of the load to its end: the mean latency of the messages intended in each of 1,000 equal
 * times, for judging the warm-up. Times rather than messages are counted off because memory is then the same for any run,
 * because the series of replications can be added up (which brings out a warm-up that one replication's chance hides, Welch
 * 1983), and because what comes out is a time, as the scenario's {@code warmup} is. Sums are whole numbers, so the order of
 * adding changes nothing. Not thread-safe.
 */
public final class LatencySeries {
    private static final int TIMES = 1_000;

    private final Window window;
    private final long stepNanos;
    private final long[] sums = new long[TIMES];
    private final long[] counts = new long[TIMES];

    /**
     * No latencies yet.
     *
     * @param window from whose start of the load to whose end it goes
     */
    public LatencySeries(Window window) {
        this.window = window;
        this.stepNanos = Math.max(1, (window.endNanos() - window.loadStartNanos() + TIMES - 1) / TIMES);
    }

    void add(long intendedAtNanos, long latencyNanos) {
        if (intendedAtNanos >= window.loadStartNanos() && intendedAtNanos < window.endNanos()) {
            int step = (int) ((intendedAtNanos - window.loadStartNanos()) / stepNanos);
            sums[step] += latencyNanos;
            counts[step]++;
        }
    }

    /**
     * Adds another run's latencies.
     *
     * @param other of a run with the same window
     */
    public void add(LatencySeries other) {
        for (int i = 0; i < TIMES; i++) {
            sums[i] += other.sums[i];
            counts[i] += other.counts[i];
        }
    }

    /**
     * The means of the times in which anything was intended and delivered.
     *
     * @return in the order of time
     */
    public double[] means() {
        return Arrays.stream(filled())
                .mapToDouble(step -> (double) sums[step] / counts[step])
                .toArray();
    }

    /**
     * When the time of one of the means begins.
     *
     * @param index into {@link #means}
     * @return nanoseconds from the start of the load
     */
    public long startNanos(int index) {
        return filled()[index] * stepNanos;
    }

    /**
     * The mean latency of everything intended from a moment on.
     *
     * @param fromNanos from the start of the load; a time that holds it counts whole
     * @return NaN when nothing was
     */
    public double meanFrom(long fromNanos) {
        double sum = 0;
        double count = 0;
        for (int i = (int) Math.min(TIMES, fromNanos / stepNanos); i < TIMES; i++) {
            sum += sums[i];
            count += counts[i];
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private int[] filled() {
        int[] steps = new int[TIMES];
        int filled = 0;
        for (int i = 0; i < TIMES; i++) {
            if (counts[i] > 0) {
                steps[filled++] = i;
            }
        }
        return Arrays.copyOf(steps, filled);
    }
}

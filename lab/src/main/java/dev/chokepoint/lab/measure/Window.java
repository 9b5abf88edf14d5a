package dev.chokepoint.lab.measure;

/**
 * The times of a run on its world's clock: load begins at {@code loadStart}, what is intended from {@code start} to
 * {@code end} is measured, then the run drains.
 *
 * @param loadStartNanos when the first message may be intended
 * @param startNanos end of the warm-up
 * @param endNanos end of the load
 * @param intervalNanos the length of one interval of the timeline
 */
public record Window(long loadStartNanos, long startNanos, long endNanos, long intervalNanos) {
    private static final int INTERVALS = 60;
    private static final long SHORTEST_NANOS = 50_000_000;

    /**
     * The window of a scenario whose load starts at a moment.
     *
     * @param loadStartNanos when
     * @param warmupNanos before the measured window
     * @param durationNanos of the measured window
     * @return the window, cut into at most 60 intervals of at least 50 ms
     */
    public static Window of(long loadStartNanos, long warmupNanos, long durationNanos) {
        long total = warmupNanos + durationNanos;
        long interval = Math.max(SHORTEST_NANOS, (total + INTERVALS - 1) / INTERVALS);
        long start = loadStartNanos + warmupNanos;
        return new Window(loadStartNanos, start, start + durationNanos, interval);
    }

    /**
     * How many intervals there are from the start of the load to its end.
     *
     * @return at least 1
     */
    public int intervals() {
        return (int) ((endNanos - loadStartNanos + intervalNanos - 1) / intervalNanos);
    }

    /**
     * Which interval a moment is in.
     *
     * @param atNanos the moment
     * @return its index, or -1 outside the load
     */
    public int intervalAt(long atNanos) {
        return atNanos < loadStartNanos || atNanos >= endNanos
                ? -1
                : (int) ((atNanos - loadStartNanos) / intervalNanos);
    }

    /**
     * Which interval ends at a moment.
     *
     * @param atNanos the moment
     * @return its index, or -1 when none does
     */
    public int intervalEndingAt(long atNanos) {
        int interval = intervalAt(atNanos - 1);
        return interval >= 0 && intervalEnd(interval) == atNanos ? interval : -1;
    }

    /**
     * The end of an interval.
     *
     * @param interval its index
     * @return the moment, never after the end of the load
     */
    public long intervalEnd(int interval) {
        return Math.min(endNanos, loadStartNanos + (interval + 1) * intervalNanos);
    }

    /**
     * Whether what is intended at a moment is measured.
     *
     * @param atNanos the moment
     * @return true from the start to before the end
     */
    public boolean contains(long atNanos) {
        return atNanos >= startNanos && atNanos < endNanos;
    }

    /**
     * The measured time.
     *
     * @return nanoseconds
     */
    public long lengthNanos() {
        return endNanos - startNanos;
    }

    /**
     * The same window, ended early.
     *
     * @param atNanos when the run was stopped
     * @return this window, or one that ends then; it keeps at least one interval
     */
    public Window stoppedAt(long atNanos) {
        long end = Math.max(startNanos + intervalNanos, Math.min(endNanos, atNanos));
        return new Window(loadStartNanos, startNanos, end, intervalNanos);
    }
}

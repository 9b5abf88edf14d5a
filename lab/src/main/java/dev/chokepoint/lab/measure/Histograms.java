package dev.chokepoint.lab.measure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The latencies of a world's run, for tools that read HdrHistograms. A histogram is in nanoseconds, HdrHistogram's V2
 * compressed encoding in base64.
 *
 * @param total of all messages intended in the measured window, of all replications together; 3 significant digits
 * @param timeline of the messages delivered in each interval, warm-up included, of the first replication; 2 significant
 *     digits
 */
public record Histograms(String total, List<Slice> timeline) {
    /** Of a run that measured none. */
    public static final Histograms NONE = new Histograms("", List.of());

    /** Copies the list. */
    public Histograms {
        timeline = List.copyOf(timeline);
    }

    /**
     * One interval.
     *
     * @param fromNanos its start, from the start of the load
     * @param toNanos its end
     * @param encoded its histogram
     */
    public record Slice(long fromNanos, long toNanos, String encoded) {}

    /**
     * The intervals of a window with their histograms.
     *
     * @param record what was counted in them
     * @param window whose intervals they are
     * @return one histogram an interval of the window
     */
    public static Histograms of(LoadRecord record, Window window) {
        List<Slice> slices = IntStream.range(0, window.intervals())
                .mapToObj(i -> new Slice(
                        i * window.intervalNanos(),
                        window.intervalEnd(i) - window.loadStartNanos(),
                        record.intervals().get(i).histogram()))
                .toList();
        return new Histograms(record.histogram(), slices);
    }

    /**
     * A copy with another total.
     *
     * @param other the total
     * @return the copy
     */
    public Histograms withTotal(String other) {
        return new Histograms(other, timeline);
    }
}

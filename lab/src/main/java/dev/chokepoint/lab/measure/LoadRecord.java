package dev.chokepoint.lab.measure;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * What a {@link LoadMeter} counted, in a form that travels between processes.
 *
 * @param intended messages intended in the window
 * @param delivered how many of those were delivered
 * @param deliveredInWindow deliveries that fell into the window
 * @param failed how many of the intended ones failed
 * @param errors by short name
 * @param latencySumNanos of the delivered ones
 * @param histogram of their latencies, HdrHistogram V2 compressed, base64
 * @param intervals the timeline
 */
public record LoadRecord(
        long intended,
        long delivered,
        long deliveredInWindow,
        long failed,
        SortedMap<String, Long> errors,
        long latencySumNanos,
        String histogram,
        List<Interval> intervals)
        implements Serializable {
    private static final double[] PERCENTILES = {
        0, 10, 20, 30, 40, 50, 60, 70, 75, 80, 85, 90, 92.5, 95, 97.5, 98, 99, 99.5, 99.75, 99.9, 99.95, 99.99, 99.999,
        100
    };

    /** Copies the collections. */
    public LoadRecord {
        errors = new TreeMap<>(errors);
        intervals = List.copyOf(intervals);
    }

    /**
     * One interval of the timeline.
     *
     * @param counts what was intended, delivered and failed in it
     * @param missing how many of those intended in it were neither delivered nor failed
     * @param histogram of the latencies of those delivered, encoded as the whole one
     */
    public record Interval(Counts counts, long missing, String histogram) implements Serializable {}

    /**
     * The load in the measured window.
     *
     * @param window the window that was measured
     * @return offered and carried load
     */
    public LoadFigures load(Window window) {
        return load(window.lengthNanos());
    }

    /**
     * The load in a measured time.
     *
     * @param windowNanos its length, that of all replications together
     * @return offered and carried load
     */
    public LoadFigures load(long windowNanos) {
        double seconds = windowNanos / 1e9;
        return new LoadFigures(
                intended / seconds,
                deliveredInWindow / seconds,
                intended,
                delivered,
                intended - delivered - failed,
                failed,
                errors,
                windowNanos);
    }

    /**
     * The latency of the delivered messages.
     *
     * @return figures and curve
     */
    public Latency latency() {
        Histogram h = decoded();
        List<Latency.Point> curve = new ArrayList<>();
        for (double percentile : PERCENTILES) {
            if (worthPrinting(percentile)) {
                curve.add(new Latency.Point(percentile, h.getValueAtPercentile(percentile)));
            }
        }
        return new Latency(
                delivered,
                delivered == 0 ? 0 : (double) latencySumNanos / delivered,
                h.getValueAtPercentile(50),
                h.getValueAtPercentile(90),
                h.getValueAtPercentile(99),
                h.getValueAtPercentile(99.9),
                h.getMaxValue(),
                curve);
    }

    /** A percentile that fewer than one message lies above is the maximum under another name. */
    private boolean worthPrinting(double percentile) {
        return percentile == 100 || delivered * (100 - percentile) / 100 >= 1;
    }

    Histogram decoded() {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(histogram)), 0);
        } catch (DataFormatException e) {
            throw new IllegalStateException("a load record's histogram can't be read: " + e.getMessage(), e);
        }
    }
}

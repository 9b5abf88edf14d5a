package dev.chokepoint.lab.measure;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Counts messages and their latencies as they come and go. A message belongs to the measured window when it was intended in
 * it. Not thread-safe.
 */
final class LoadMeter {
    private static final long LONGEST_NANOS = 3_600_000_000_000L;

    private final Window window;
    private final Histogram latencies = new Histogram(LONGEST_NANOS, 3);
    private final long[] intendedIn;
    private final long[] deliveredIn;
    private final long[] failedIn;
    private final long[] latencySumIn;
    private final Histogram[] latenciesIn;
    private final TreeMap<String, Long> errors = new TreeMap<>();
    private long[] intendedAt = new long[64];
    private long intended;
    private long delivered;
    private long deliveredInWindow;
    private long failed;
    private long latencySum;

    LoadMeter(Window window) {
        this.window = window;
        intendedIn = new long[window.intervals()];
        deliveredIn = new long[window.intervals()];
        failedIn = new long[window.intervals()];
        latencySumIn = new long[window.intervals()];
        latenciesIn = new Histogram[window.intervals()];
        Arrays.setAll(latenciesIn, i -> new Histogram(2));
    }

    void intended(int slot, long atNanos) {
        if (slot >= intendedAt.length) {
            intendedAt = Arrays.copyOf(intendedAt, 2 * slot);
        }
        intendedAt[slot] = atNanos;
        intended += window.contains(atNanos) ? 1 : 0;
        int interval = window.intervalAt(atNanos);
        if (interval >= 0) {
            intendedIn[interval]++;
        }
    }

    long intendedAt(int slot) {
        return intendedAt[slot];
    }

    void delivered(int slot, long atNanos) {
        long latency = Math.clamp(atNanos - intendedAt[slot], 0, LONGEST_NANOS);
        if (window.contains(intendedAt[slot])) {
            delivered++;
            latencySum += latency;
            latencies.recordValue(latency);
        }
        deliveredInWindow += window.contains(atNanos) ? 1 : 0;
        int interval = window.intervalAt(atNanos);
        if (interval >= 0) {
            deliveredIn[interval]++;
            latencySumIn[interval] += latency;
            latenciesIn[interval].recordValue(latency);
        }
    }

    void failed(int slot, String error, long atNanos) {
        int interval = window.intervalAt(atNanos);
        if (interval >= 0) {
            failedIn[interval]++;
        }
        if (window.contains(intendedAt[slot])) {
            failed++;
            errors.merge(error, 1L, Long::sum);
        }
    }

    LoadRecord record() {
        List<LoadRecord.Interval> intervals = new ArrayList<>();
        for (int i = 0; i < intendedIn.length; i++) {
            intervals.add(new LoadRecord.Interval(counts(i), encoded(latenciesIn[i])));
        }
        return new LoadRecord(
                intended, delivered, deliveredInWindow, failed, errors, latencySum, encoded(latencies), intervals);
    }

    private Counts counts(int interval) {
        return counts(
                intendedIn[interval],
                deliveredIn[interval],
                failedIn[interval],
                latencySumIn[interval],
                latenciesIn[interval]);
    }

    private static Counts counts(long intended, long delivered, long failed, long sum, Histogram latencies) {
        return new Counts(
                intended,
                delivered,
                failed,
                sum,
                latencies.getValueAtPercentile(50),
                latencies.getValueAtPercentile(99));
    }

    /** How the load got on up to the end of an interval. */
    LoadProgress progress(int interval) {
        return new LoadProgress(interval, counts(interval), counts(intended, delivered, failed, latencySum, latencies));
    }

    static String encoded(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }
}

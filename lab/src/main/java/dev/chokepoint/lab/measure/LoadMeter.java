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
            latenciesIn[interval].recordValue(latency);
        }
    }

    void failed(int slot, String error) {
        if (window.contains(intendedAt[slot])) {
            failed++;
            errors.merge(error, 1L, Long::sum);
        }
    }

    LoadRecord record() {
        List<LoadRecord.Interval> intervals = new ArrayList<>();
        for (int i = 0; i < intendedIn.length; i++) {
            intervals.add(new LoadRecord.Interval(
                    intendedIn[i],
                    deliveredIn[i],
                    latenciesIn[i].getValueAtPercentile(50),
                    latenciesIn[i].getValueAtPercentile(99)));
        }
        return new LoadRecord(
                intended, delivered, deliveredInWindow, failed, errors, latencySum, encoded(latencies), intervals);
    }

    static String encoded(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }
}

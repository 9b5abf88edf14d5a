package dev.chokepoint.lab.measure;

import dev.chokepoint.host.world.Copies;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Counts deliveries and their latencies as they come and go: a message that is meant for several receivers counts as often. It
 * belongs to the measured window when it was intended in it. Not thread-safe.
 */
final class LoadMeter {
    /** What {@link #delivered} answers when the message is not under way. */
    static final long UNKNOWN = Long.MIN_VALUE;

    private static final long LONGEST_NANOS = 3_600_000_000_000L;

    private final Window window;
    private final InFlight inFlight = new InFlight();
    private final Histogram latencies = new Histogram(LONGEST_NANOS, 3);
    private final long[] intendedIn;
    private final long[] deliveredIn;
    private final long[] failedIn;

    /** Of those intended in an interval, how many are neither delivered nor failed. */
    private final long[] missingOf;

    private final long[] latencySumIn;
    private final Histogram[] latenciesIn;
    private final TreeMap<String, Long> errors = new TreeMap<>();
    private long[] intendedAt = new long[64];
    private int[] missing = new int[64];
    private long underWay;
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
        missingOf = new long[window.intervals()];
        latencySumIn = new long[window.intervals()];
        latenciesIn = new Histogram[window.intervals()];
        Arrays.setAll(latenciesIn, i -> new Histogram(2));
    }

    void intended(long message, long atNanos, int copies) {
        int slot = inFlight.add(message);
        if (slot == intendedAt.length) {
            intendedAt = Arrays.copyOf(intendedAt, 2 * slot);
            missing = Arrays.copyOf(missing, 2 * slot);
        }
        intendedAt[slot] = atNanos;
        missing[slot] = copies;
        underWay += copies;
        intended += window.contains(atNanos) ? copies : 0;
        int interval = window.intervalAt(atNanos);
        if (interval >= 0) {
            intendedIn[interval] += copies;
            missingOf[interval] += copies;
        }
    }

    /** Deliveries that are missing. */
    long underWay() {
        return underWay;
    }

    /** One delivery more; answers when the message was intended, or {@link #UNKNOWN}. */
    long delivered(long number, long atNanos) {
        long message = message(number);
        int slot = inFlight.find(message);
        if (slot == InFlight.ABSENT) {
            return UNKNOWN;
        }
        settle(slot, 1);
        if (--missing[slot] == 0) {
            inFlight.remove(message);
        }
        count(intendedAt[slot], atNanos);
        return intendedAt[slot];
    }

    private void settle(int slot, int copies) {
        underWay -= copies;
        int interval = window.intervalAt(intendedAt[slot]);
        if (interval >= 0) {
            missingOf[interval] -= copies;
        }
    }

    private static long message(long number) {
        return Copies.which(number) == 0 ? number : Copies.messageOf(number);
    }

    private void count(long intendedAtNanos, long atNanos) {
        long latency = Math.clamp(atNanos - intendedAtNanos, 0, LONGEST_NANOS);
        if (window.contains(intendedAtNanos)) {
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

    /** All deliveries that are missing have failed. */
    void failed(long number, String error, long atNanos) {
        int slot = inFlight.remove(message(number));
        if (slot == InFlight.ABSENT) {
            return;
        }
        settle(slot, missing[slot]);
        int interval = window.intervalAt(atNanos);
        if (interval >= 0) {
            failedIn[interval] += missing[slot];
        }
        if (window.contains(intendedAt[slot])) {
            failed += missing[slot];
            errors.merge(error, (long) missing[slot], Long::sum);
        }
    }

    LoadRecord record() {
        List<LoadRecord.Interval> intervals = new ArrayList<>();
        for (int i = 0; i < intendedIn.length; i++) {
            intervals.add(new LoadRecord.Interval(counts(i), missingOf[i], encoded(latenciesIn[i])));
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

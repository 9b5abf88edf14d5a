package dev.chokepoint.lab.measure;

import java.util.List;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** The load records of several runs in one: counts are added, histograms merged. Not thread-safe. */
public final class LoadSum {
    private final TreeMap<String, Long> errors = new TreeMap<>();
    private final Histogram latencies;
    private final List<LoadRecord.Interval> timeline;
    private long intended;
    private long delivered;
    private long deliveredInWindow;
    private long failed;
    private long latencySumNanos;

    /**
     * Begins with one run.
     *
     * @param first whose timeline is kept
     */
    public LoadSum(LoadRecord first) {
        timeline = first.intervals();
        latencies = first.decoded();
        count(first);
    }

    /**
     * Adds another run.
     *
     * @param other its record
     */
    public void add(LoadRecord other) {
        latencies.add(other.decoded());
        count(other);
    }

    private void count(LoadRecord other) {
        intended += other.intended();
        delivered += other.delivered();
        deliveredInWindow += other.deliveredInWindow();
        failed += other.failed();
        latencySumNanos += other.latencySumNanos();
        other.errors().forEach((error, times) -> errors.merge(error, times, Long::sum));
    }

    /**
     * All runs together.
     *
     * @return a copy
     */
    public LoadRecord sum() {
        return new LoadRecord(
                intended,
                delivered,
                deliveredInWindow,
                failed,
                errors,
                latencySumNanos,
                LoadMeter.encoded(latencies),
                timeline);
    }
}

package dev.chokepoint.lab.measure;

import dev.chokepoint.lab.scenario.PlannedFault;
import dev.chokepoint.lab.statistics.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What followed a planned fault, up to the next one or the end of the load, as far as the timeline tells: times are known to one of
 * its intervals.
 *
 * @param fault as the user wrote it
 * @param atNanos when, from the start of the load
 * @param lost messages that failed since, or were meant since and never heard of again
 * @param noticedNanos how long after the fault at most a client had noticed: the first message had failed; empty when none did
 * @param beforePerSecond the carried load before; NaN when too little time was left to tell
 * @param lowestPerSecond the least carried in an interval since
 * @param backNanos how long after the fault the carried load was back within its usual range and stayed there for two intervals; 0
 *     when it never left it; empty when it did not come back, or nothing is known of its usual range
 * @param resolutionNanos the length of an interval
 */
public record Aftermath(
        String fault,
        long atNanos,
        long lost,
        OptionalLong noticedNanos,
        double beforePerSecond,
        double lowestPerSecond,
        OptionalLong backNanos,
        long resolutionNanos) {
    private static final int FEWEST_BEFORE = 3;
    private static final int MOST_BEFORE = 20;

    /** Usual is what is less than so many standard deviations below the mean, ... */
    private static final double DEVIATIONS = 3;

    /** ... and at least what is above this part of it. */
    private static final double PART = 0.9;

    /**
     * What followed each of the faults that happened under load.
     *
     * @param faults in the order of time
     * @param window of the run
     * @param record what it counted
     * @return one entry a fault
     */
    public static List<Aftermath> of(List<PlannedFault> faults, Window window, LoadRecord record) {
        List<Aftermath> all = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < faults.size(); i++) {
            int from = window.intervalAt(window.loadStartNanos() + faults.get(i).atNanos());
            if (from < 0) {
                break;
            }
            int next = i + 1 == faults.size()
                    ? -1
                    : window.intervalAt(
                            window.loadStartNanos() + faults.get(i + 1).atNanos());
            int until = next < 0 ? window.intervals() : Math.max(from + 1, next);
            all.add(new Span(window, record, begin, from, until).after(faults.get(i)));
            begin = from + 1;
        }
        return all;
    }

    /** The intervals {@code from} to before {@code until} follow a fault; those since {@code begin} were before it. */
    private record Span(Window window, LoadRecord record, int begin, int from, int until) {
        Aftermath after(PlannedFault fault) {
            Moments before = new Moments();
            for (int i = Math.max(begin, from - MOST_BEFORE); i < from; i++) {
                before.add(carried(i));
            }
            long lost = 0;
            double lowest = Double.POSITIVE_INFINITY;
            for (int i = from; i < until; i++) {
                lost += counts(i).failed() + record.intervals().get(i).missing();
                lowest = Math.min(lowest, carried(i));
            }
            boolean known = before.count() >= FEWEST_BEFORE;
            return new Aftermath(
                    fault.text(),
                    fault.atNanos(),
                    lost,
                    noticed(fault.atNanos()),
                    known ? before.mean() : Double.NaN,
                    lowest,
                    known ? back(before, fault.atNanos()) : OptionalLong.empty(),
                    window.intervalNanos());
        }

        private OptionalLong noticed(long atNanos) {
            for (int i = from; i < until; i++) {
                if (counts(i).failed() > 0) {
                    return OptionalLong.of(window.intervalEnd(i) - window.loadStartNanos() - atNanos);
                }
            }
            return OptionalLong.empty();
        }

        private OptionalLong back(Moments before, long atNanos) {
            double usual = Math.min(PART * before.mean(), before.mean() - DEVIATIONS * Math.sqrt(before.variance()));
            int dip = from;
            while (dip < until && carried(dip) >= usual) {
                dip++;
            }
            if (dip == until) {
                return OptionalLong.of(0);
            }
            for (int i = dip + 1; i < until; i++) {
                if (carried(i) >= usual && (i + 1 == until || carried(i + 1) >= usual)) {
                    return OptionalLong.of(i * window.intervalNanos() - atNanos);
                }
            }
            return OptionalLong.empty();
        }

        private double carried(int interval) {
            long begins = window.loadStartNanos() + interval * window.intervalNanos();
            return counts(interval).delivered() * 1e9 / (window.intervalEnd(interval) - begins);
        }

        private Counts counts(int interval) {
            return record.intervals().get(interval).counts();
        }
    }
}

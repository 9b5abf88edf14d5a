package dev.chokepoint.lab.models;

import dev.chokepoint.lab.measure.TimePoint;
import java.util.List;
import java.util.OptionalLong;

/**
 * What it costs when a host's process dies half-way through the measured time, and stays dead.
 *
 * @param node whose
 * @param atNanos when, from the start of the load
 * @param afterNanos how long the load went on
 * @param lost in each run, of the messages that were meant to be delivered after it, the part that was not and without the death would
 *     have been, 0 to 1
 * @param messages how many messages that is, on average
 * @param halfWidth of the 95 % interval of the mean of {@code lost}; NaN for one run
 * @param backNanos how long after the death as much was carried again, all runs together, as without it (at least 9 tenths, from then
 *     on); 0 when it never was less; empty when it did not come back
 * @param timeline how the first run went
 */
public record Death(
        String node,
        long atNanos,
        long afterNanos,
        List<Double> lost,
        double messages,
        double halfWidth,
        OptionalLong backNanos,
        List<TimePoint> timeline) {
    /** Copies the lists. */
    public Death {
        lost = List.copyOf(lost);
        timeline = List.copyOf(timeline);
    }

    /**
     * The part that is lost, on average.
     *
     * @return 0 to 1
     */
    public double lostMean() {
        return lost.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}

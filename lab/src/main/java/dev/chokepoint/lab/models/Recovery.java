package dev.chokepoint.lab.models;

import dev.chokepoint.lab.measure.TimePoint;
import dev.chokepoint.lab.measure.WorldResult;
import java.util.List;
import java.util.OptionalLong;

/**
 * When as much is carried again as without the death. The same messages are meant in both, so what each moment carried is set against
 * what it carried in the runs in which nobody died, all of them together: chance, which a few messages a moment are full of, is the same
 * on both sides.
 */
final class Recovery {
    /** What is carried again when at least this part of it is. */
    private static final double PART = 0.9;

    /** Moments are looked at with this many beside them, so that messages may be a little later than they were. */
    private static final int SPAN = 3;

    private Recovery() {}

    /**
     * How long after the death.
     *
     * @param killed the runs with it
     * @param healthy those without, each the same messages
     * @param atNanos when somebody died, from the start of the load
     * @return 0 when it never was less; empty when it did not come back
     */
    static OptionalLong of(List<WorldResult> killed, List<WorldResult> healthy, long atNanos) {
        double[] with = carried(killed);
        double[] without = carried(healthy.subList(0, killed.size()));
        List<TimePoint> points = killed.getFirst().timeline();
        int lowest = -1;
        for (int i = 0; i + SPAN <= Math.min(with.length, without.length); i++) {
            boolean after = points.get(i).atNanos() > atNanos;
            if (after && sum(with, i) < PART * sum(without, i)) {
                lowest = i;
            }
        }
        if (lowest < 0) {
            return OptionalLong.of(0);
        }
        boolean ever = lowest + SPAN < Math.min(with.length, without.length);
        return ever ? OptionalLong.of(points.get(lowest + SPAN - 1).atNanos() - atNanos) : OptionalLong.empty();
    }

    private static double sum(double[] carried, int from) {
        double sum = 0;
        for (int i = from; i < from + SPAN; i++) {
            sum += carried[i];
        }
        return sum;
    }

    private static double[] carried(List<WorldResult> runs) {
        int moments = runs.stream().mapToInt(run -> run.timeline().size()).min().orElse(0);
        double[] sums = new double[moments];
        for (WorldResult run : runs) {
            for (int i = 0; i < moments; i++) {
                sums[i] += run.timeline().get(i).carriedPerSecond();
            }
        }
        return sums;
    }
}

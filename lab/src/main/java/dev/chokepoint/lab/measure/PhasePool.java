package dev.chokepoint.lab.measure;

import java.util.ArrayList;
import java.util.List;

/** The phases of several runs in one: each run's means count by its messages. Not thread-safe. */
public final class PhasePool {
    private final List<Sum> sums = new ArrayList<>();

    private static final class Sum {
        private final Stages.Stage stage;
        private double nanos;
        private double tailNanos;

        Sum(Stages.Stage stage) {
            this.stage = stage;
        }
    }

    /** No runs yet. */
    public PhasePool() {}

    /**
     * Adds a run. A phase that those before it did not have comes after the one that it follows in this run.
     *
     * @param shares the run's phases
     * @param messages how many were delivered
     */
    public void add(List<PhaseShare> shares, long messages) {
        int after = 0;
        for (PhaseShare share : shares) {
            int at = place(new Stages.Stage(share.phase(), share.place()), after);
            sums.get(at).nanos += share.meanNanos() * messages;
            sums.get(at).tailNanos += share.tailMeanNanos() * messages;
            after = at + 1;
        }
    }

    private int place(Stages.Stage stage, int orElse) {
        for (int i = 0; i < sums.size(); i++) {
            if (sums.get(i).stage.equals(stage)) {
                return i;
            }
        }
        sums.add(orElse, new Sum(stage));
        return orElse;
    }

    /**
     * All runs together.
     *
     * @param messages how many they delivered
     * @return in the order of a message's way
     */
    public List<PhaseShare> shares(long messages) {
        double all = sums.stream().mapToDouble(sum -> sum.nanos).sum();
        double tail = sums.stream().mapToDouble(sum -> sum.tailNanos).sum();
        return sums.stream()
                .map(sum -> new PhaseShare(
                        sum.stage.phase(),
                        sum.stage.place(),
                        sum.nanos / messages,
                        sum.nanos / Math.max(all, Double.MIN_NORMAL),
                        sum.tailNanos / messages,
                        sum.tailNanos / Math.max(tail, Double.MIN_NORMAL)))
                .toList();
    }
}

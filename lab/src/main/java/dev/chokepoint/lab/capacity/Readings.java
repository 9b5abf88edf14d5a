package dev.chokepoint.lab.capacity;

import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.statistics.Interval;
import dev.chokepoint.lab.statistics.Moments;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * All runs at one load.
 *
 * @param runs one each, at least one
 * @param pooled all of them in one, where their histograms could be merged: the value of a figure is then that of all messages
 *     together, otherwise the mean over the runs
 */
record Readings(List<Reading> runs, Optional<Reading> pooled) {
    Readings {
        runs = List.copyOf(runs);
    }

    static Readings simulated(List<WorldResult> runs, WorldResult pooled) {
        return new Readings(runs.stream().map(Reading::of).toList(), Optional.of(Reading.of(pooled)));
    }

    static Readings live(List<WorldResult> runs) {
        return new Readings(runs.stream().map(Reading::of).toList(), Optional.empty());
    }

    double value(ToDoubleFunction<Reading> figure) {
        return pooled.map(figure::applyAsDouble)
                .orElseGet(() -> interval(figure).mean());
    }

    /** NaN for one run. */
    double halfWidth(ToDoubleFunction<Reading> figure) {
        return interval(figure).halfWidth();
    }

    private Interval interval(ToDoubleFunction<Reading> figure) {
        Moments moments = new Moments();
        runs.forEach(run -> moments.add(figure.applyAsDouble(run)));
        return Interval.of(moments);
    }

    double offeredPerSecond() {
        return value(reading -> reading.load().offeredPerSecond());
    }

    long delivered() {
        return runs.stream().mapToLong(run -> run.load().delivered()).sum();
    }
}

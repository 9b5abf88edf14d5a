package dev.chokepoint.lab.run;

import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.RunResult.Difference;
import dev.chokepoint.lab.run.RunResult.Verdict;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.Objective;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How the worlds differ, and whether the objectives held in each. */
final class Comparison {
    private Comparison() {}

    static List<Difference> differences(List<WorldResult> worlds) {
        if (worlds.size() < 2) {
            return List.of();
        }
        List<Difference> differences = new ArrayList<>();
        for (Figure figure : EnumSet.complementOf(EnumSet.of(Figure.USED))) {
            differences.add(difference(
                    worlds,
                    figure.text(),
                    figure.unit(),
                    world -> figure.of(world.load(), world.latency()),
                    halfWidth(worlds, figure)));
        }
        differences.add(difference(worlds, "chokepoint's capacity", "/s", Comparison::capacity, Double.NaN));
        return differences;
    }

    private static double halfWidth(List<WorldResult> worlds, Figure figure) {
        return worlds.getFirst()
                .statistics()
                .flatMap(statistics -> statistics.of(figure))
                .map(Estimate::halfWidth)
                .orElse(Double.NaN);
    }

    private static double capacity(WorldResult world) {
        return world.diagnosis()
                .chokepoint()
                .map(chokepoint -> chokepoint.capacityPerSecond())
                .orElse(0.0);
    }

    private static Difference difference(
            List<WorldResult> worlds,
            String figure,
            String unit,
            ToDoubleFunction<WorldResult> value,
            double halfWidth) {
        double simulated = value.applyAsDouble(worlds.get(0));
        double live = value.applyAsDouble(worlds.get(1));
        return new Difference(
                figure, unit, simulated, halfWidth, live, simulated == 0 ? Double.NaN : (live - simulated) / simulated);
    }

    static List<Verdict> verdicts(Scenario scenario, List<WorldResult> worlds) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Objective objective : scenario.objectives()) {
            for (WorldResult world : believable(worlds)) {
                double measured = measured(objective.metric(), world);
                boolean met = objective.below() ? measured < objective.limit() : measured > objective.limit();
                // A run in which nothing arrived meets no objective, however small its latencies look.
                boolean arrived = world.load().delivered() > 0;
                verdicts.add(new Verdict(
                        objective,
                        world.world(),
                        met && arrived && world.voided().isEmpty(),
                        measured));
            }
        }
        return verdicts;
    }

    /** A void run neither meets nor misses anything. */
    private static List<WorldResult> believable(List<WorldResult> worlds) {
        return worlds.stream().filter(world -> world.voided().isEmpty()).toList();
    }

    private static double measured(Objective.Metric metric, WorldResult world) {
        return switch (metric) {
            case P50 -> (double) world.latency().p50Nanos();
            case P90 -> (double) world.latency().p90Nanos();
            case P99 -> (double) world.latency().p99Nanos();
            case P999 -> (double) world.latency().p999Nanos();
            case MAX -> (double) world.latency().maxNanos();
            case ERRORS ->
                (double) world.load().failed() / Math.max(1, world.load().intended());
            case CARRIED -> world.load().carriedPerSecond();
        };
    }
}

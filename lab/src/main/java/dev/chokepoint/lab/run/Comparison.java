package dev.chokepoint.lab.run;

import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.Statistics;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunResult.Difference;
import dev.chokepoint.lab.run.RunResult.Verdict;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Objective;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** How the worlds differ, and whether the objectives held in each. */
final class Comparison {
    private Comparison() {}

    /** The live run against each simulation that stands beside it. */
    static List<Difference> differences(List<WorldResult> worlds) {
        List<Difference> differences = new ArrayList<>();
        for (WorldResult live : worlds) {
            if (live.world() == World.LIVE) {
                worlds.stream()
                        .filter(world -> world.world() != World.LIVE)
                        .forEach(simulation -> differences.addAll(differences(simulation, live)));
            }
        }
        return differences;
    }

    private static List<Difference> differences(WorldResult simulation, WorldResult live) {
        List<Difference> differences = new ArrayList<>();
        for (Figure figure : EnumSet.complementOf(EnumSet.of(Figure.USED))) {
            differences.add(difference(
                    simulation.world(),
                    figure.text(),
                    figure.unit(),
                    value(simulation, figure),
                    halfWidth(simulation, figure),
                    value(live, figure)));
        }
        differences.add(difference(
                simulation.world(),
                "chokepoint's capacity",
                "/s",
                capacity(simulation),
                capacityHalfWidth(simulation),
                capacity(live)));
        return differences;
    }

    private static double value(WorldResult world, Figure figure) {
        return figure.of(world.load(), world.latency());
    }

    private static double halfWidth(WorldResult simulation, Figure figure) {
        if (Twin.cannotPredict(simulation, figure)) {
            return Double.NaN;
        }
        return simulation
                .statistics()
                .flatMap(statistics -> statistics.of(figure))
                .map(estimate -> estimate.halfWidth()
                        * widening(simulation.world(), simulation.statistics().orElseThrow()))
                .orElse(Double.NaN);
    }

    /** The twin's interval is for one more run: t·s·√(1 + 1/n), where that of the mean is t·s·√(1/n). */
    private static double widening(World world, Statistics statistics) {
        return switch (world) {
            case TWIN -> Math.sqrt(statistics.runs().size() + 1.0);
            case SIMULATION, LIVE -> 1;
        };
    }

    /** A capacity is what was carried over what was used, so it is as uncertain as that; only the twin's is compared with it. */
    private static double capacityHalfWidth(WorldResult simulation) {
        return switch (simulation.world()) {
            case TWIN ->
                halfWidth(simulation, Figure.USED)
                        / simulation
                                .diagnosis()
                                .chokepoint()
                                .map(Chokepoint::utilisation)
                                .orElse(Double.NaN)
                        * capacity(simulation);
            case SIMULATION, LIVE -> Double.NaN;
        };
    }

    private static double capacity(WorldResult world) {
        return world.diagnosis().chokepoint().map(Chokepoint::capacityPerSecond).orElse(0.0);
    }

    private static Difference difference(
            World world, String figure, String unit, double simulated, double halfWidth, double live) {
        double relative = simulated == 0 ? Double.NaN : (live - simulated) / simulated;
        return new Difference(world, figure, unit, simulated, halfWidth, live, relative);
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

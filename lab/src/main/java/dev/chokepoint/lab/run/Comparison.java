package dev.chokepoint.lab.run;

import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.RunResult.Difference;
import dev.chokepoint.lab.run.RunResult.Verdict;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.Objective;
import java.util.ArrayList;
import java.util.List;

/** How the worlds differ, and whether the objectives held in each. */
final class Comparison {
    private Comparison() {}

    static List<Difference> differences(List<WorldResult> worlds) {
        if (worlds.size() < 2) {
            return List.of();
        }
        WorldResult simulated = worlds.get(0);
        WorldResult live = worlds.get(1);
        List<Difference> differences = new ArrayList<>();
        differences.add(difference(
                "carried", "/s", simulated.load().carriedPerSecond(), live.load().carriedPerSecond()));
        differences.add(difference(
                "latency mean", "ns", simulated.latency().meanNanos(), live.latency().meanNanos()));
        differences.add(difference(
                "latency p50", "ns", simulated.latency().p50Nanos(), live.latency().p50Nanos()));
        differences.add(difference(
                "latency p90", "ns", simulated.latency().p90Nanos(), live.latency().p90Nanos()));
        differences.add(difference(
                "latency p99", "ns", simulated.latency().p99Nanos(), live.latency().p99Nanos()));
        differences.add(difference(
                "latency p99.9", "ns", simulated.latency().p999Nanos(), live.latency().p999Nanos()));
        differences.add(difference("chokepoint's capacity", "/s", capacity(simulated), capacity(live)));
        return differences;
    }

    private static double capacity(WorldResult world) {
        return world.diagnosis()
                .chokepoint()
                .map(chokepoint -> chokepoint.capacityPerSecond())
                .orElse(0.0);
    }

    private static Difference difference(String figure, String unit, double simulated, double live) {
        return new Difference(
                figure, unit, simulated, live, simulated == 0 ? Double.NaN : (live - simulated) / simulated);
    }

    static List<Verdict> verdicts(Scenario scenario, List<WorldResult> worlds) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Objective objective : scenario.objectives()) {
            for (WorldResult world : worlds) {
                double measured = measured(objective.metric(), world);
                boolean met = objective.below() ? measured < objective.limit() : measured > objective.limit();
                // A run in which nothing arrived meets no objective, however small its latencies look.
                boolean arrived = world.load().delivered() > 0;
                verdicts.add(new Verdict(objective, world.world(), met && arrived && world.voided().isEmpty(), measured));
            }
        }
        return verdicts;
    }

    private static double measured(Objective.Metric metric, WorldResult world) {
        return switch (metric) {
            case P50 -> world.latency().p50Nanos();
            case P90 -> world.latency().p90Nanos();
            case P99 -> world.latency().p99Nanos();
            case P999 -> world.latency().p999Nanos();
            case MAX -> world.latency().maxNanos();
            case ERRORS -> (double) world.load().failed() / Math.max(1, world.load().intended());
            case CARRIED -> world.load().carriedPerSecond();
        };
    }
}

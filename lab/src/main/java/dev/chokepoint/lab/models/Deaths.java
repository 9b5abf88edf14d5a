package dev.chokepoint.lab.models;

import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.lab.measure.TimePoint;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.scenario.Model;
import dev.chokepoint.lab.scenario.PlannedFault;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.ServerSpec;
import dev.chokepoint.lab.scenario.Variation;
import dev.chokepoint.lab.statistics.Interval;
import dev.chokepoint.lab.statistics.Moments;
import dev.chokepoint.lab.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kills one node of each kind in turn, to find the one whose death costs most. */
record Deaths(Runner runner, ScenarioSource source, Variation variation, Runs healthy) {
    /** Never back counts as longer than anything. */
    private static final Comparator<Death> WORST_FIRST = Comparator.comparingDouble(Death::lostMean)
            .thenComparingLong(death -> death.backNanos().orElse(Long.MAX_VALUE))
            .reversed();

    List<Death> all(Scenario scenario, Topology topology, Part progress) {
        List<String> nodes = kinds(scenario, topology);
        List<Death> deaths = new ArrayList<>();
        for (int i = 0; i < nodes.size() && !progress.stopped(); i++) {
            String node = nodes.get(i);
            Part part = progress.part(", " + node + " dies", (double) i / nodes.size(), (i + 1.0) / nodes.size());
            runner.killed(variation.withDeathOf(node), healthy, part).ifPresent(killed -> deaths.add(of(node, killed)));
        }
        deaths.sort(WORST_FIRST);
        return deaths;
    }

    /** Of equal servers one stands for all; of a tree's the root and a leaf; of clients that serve each other one of each group. */
    private static List<String> kinds(Scenario scenario, Topology topology) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (HostSpec host : Cost.servers(scenario, topology)) {
            kinds.putIfAbsent(ServerSpec.together(host.name()), host.name());
        }
        List<String> nodes = new ArrayList<>(kinds.values());
        if (scenario.model() == Model.FEDERATED) {
            nodes.add(scenario.server().names().getLast());
        }
        if (scenario.hasPeers()) {
            scenario.clients().forEach(group -> nodes.add(group.name() + "/1"));
        }
        return nodes;
    }

    private Death of(String node, Runs killed) {
        Scenario scenario = new ScenarioSource(source.text(), variation.withDeathOf(node)).read();
        PlannedFault fault = scenario.faults().getFirst();
        long after = scenario.warmupNanos() + scenario.durationNanos() - fault.atNanos();
        List<Double> lost = new ArrayList<>();
        Moments messages = new Moments();
        int pairs = Math.min(killed.each().size(), healthy.each().size());
        for (int i = 0; i < pairs; i++) {
            double missing =
                    missing(killed.each().get(i)) - missing(healthy.each().get(i));
            messages.add(missing);
            lost.add(Math.clamp(missing / meant(killed.each().get(i), fault.atNanos()), 0, 1));
        }
        return new Death(
                node,
                fault.atNanos(),
                after,
                lost,
                messages.mean(),
                halfWidth(lost),
                Recovery.of(killed.each().subList(0, pairs), healthy.each(), fault.atNanos()),
                killed.each().getFirst().timeline());
    }

    private static double halfWidth(List<Double> values) {
        Moments moments = new Moments();
        values.forEach(moments::add);
        return Interval.of(moments).halfWidth();
    }

    private static double missing(WorldResult run) {
        return run.load().intended() - run.load().delivered();
    }

    /** How many messages were meant to arrive after a moment. */
    private static double meant(WorldResult run, long afterNanos) {
        double meant = 0;
        long begin = 0;
        for (TimePoint point : run.timeline()) {
            long from = Math.max(begin, afterNanos);
            meant += point.offeredPerSecond() * Math.max(0, point.atNanos() - from) / 1e9;
            begin = point.atNanos();
        }
        return Math.max(1, meant);
    }
}

package dev.chokepoint.lab.capacity;

import dev.chokepoint.lab.diagnose.Bounds;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.Machine;
import dev.chokepoint.lab.run.RunException;
import dev.chokepoint.lab.run.RunProgress;
import dev.chokepoint.lab.run.Trials;
import dev.chokepoint.lab.scenario.Quantities;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioException;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.Variation;
import dev.chokepoint.lab.scenario.Variation.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds the highest load that meets a scenario's objectives. */
public final class CapacitySearch {
    private static final int POINTS_MOST = 24;

    /** A simulated point is cheap, so the curve is drawn from almost nothing to a little too much. */
    private static final List<Double> SIMULATED_CURVE = List.of(0.1, 0.25, 0.4, 0.55, 0.7, 0.8, 0.9, 1.1);

    private static final List<Double> LIVE_CURVE = List.of(0.75, 0.5, 0.25);

    private final Scenario scenario;
    private final ScenarioSource source;
    private final CapacityPlan plan;
    private final RunProgress user;
    private final LoadAxis axis;
    private final Points points;

    private CapacitySearch(Scenario scenario, ScenarioSource source, CapacityPlan plan, RunProgress user) {
        this.scenario = scenario;
        this.source = source;
        this.plan = plan;
        this.user = user;
        this.axis = LoadAxis.of(scenario);
        this.points = new Points(scenario, axis);
    }

    /**
     * Searches one world or both.
     *
     * @param scenario at its own load
     * @param source where it came from, for live workers
     * @param plan where and how hard
     * @param progress told how it goes; when it asks to stop, the result holds what is known so far
     * @return what was found
     * @throws ScenarioException the scenario has what only the simulator can do, and a live search was asked for
     * @throws RunException the scenario's own load could not be run, or broke
     */
    public static CapacityResult find(
            Scenario scenario, ScenarioSource source, CapacityPlan plan, RunProgress progress) {
        if (plan.worlds().contains(World.LIVE)) {
            Trials.requireLive(scenario, source);
        }
        return new CapacitySearch(scenario, source, plan, progress).result();
    }

    private CapacityResult result() {
        Instant startedAt = Instant.now();
        List<WorldCapacity> worlds = new ArrayList<>();
        for (World world : plan.worlds()) {
            if (!user.stopped()) {
                worlds.add(searched(world));
            }
        }
        return new CapacityResult(
                scenario,
                source.text().file(),
                source.text().text(),
                startedAt,
                Machine.describe(),
                axis,
                plan.precision(),
                Criterion.of(scenario).stream().map(Criterion::text).toList(),
                Bounds.of(scenario),
                worlds);
    }

    private WorldCapacity searched(World world) {
        long begun = System.nanoTime();
        return switch (world) {
            case SIMULATION -> {
                SearchProgress progress = new SearchProgress("simulating", axis, user);
                Times times = new Times(Settling.warmupNanos(scenario), scenario.durationNanos());
                Probe probe = new SimulatedProbe(Variation.NONE.withTimes(times), scenario, points, progress);
                yield answer(world, search(SIMULATED_CURVE).run(probe, progress), false, begun);
            }
            case TWIN -> throw new IllegalArgumentException("the plan refuses a twin");
            case LIVE -> {
                SearchProgress progress = new SearchProgress("over real sockets", axis, user);
                LiveProbe probe = new LiveProbe(source, points, axis, plan.liveNanos(), progress);
                yield answer(world, search(LIVE_CURVE).run(probe, progress), probe.late(), begun);
            }
        };
    }

    private Search search(List<Double> curve) {
        return new Search(new Limits(plan.precision(), POINTS_MOST, plan.curve() ? curve : List.of()), axis::load);
    }

    private WorldCapacity answer(World world, List<LoadPoint> tried, boolean late, long begun) {
        Capacity capacity = Capacity.of(tried);
        List<String> remarks = new Remarks(axis, tried, capacity).all();
        if (late) {
            remarks.add("its time of " + Quantities.time(plan.liveNanos())
                    + " was over before everything was tried; give it more with --live-time");
        }
        if (user.stopped()) {
            remarks.add("stopped early: what was found so far");
        }
        return new WorldCapacity(world, tried, capacity, Knee.of(tried), remarks, System.nanoTime() - begun);
    }
}

package dev.chokepoint.lab.models;

import dev.chokepoint.lab.capacity.CapacityPlan;
import dev.chokepoint.lab.capacity.CapacityResult;
import dev.chokepoint.lab.capacity.CapacitySearch;
import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Estimate.Doubt;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.LiveMeasurement;
import dev.chokepoint.lab.run.ReplicationPlan;
import dev.chokepoint.lab.run.RunProgress;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.Variation;
import dev.chokepoint.lab.statistics.Interval;
import dev.chokepoint.lab.statistics.Moments;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Over real sockets: short runs with a seed each. A void run is made again, twice at most.
 *
 * @param source where the scenario comes from
 */
record LiveRunner(ScenarioSource source) implements Runner {
    private static final int RUNS = 3;
    private static final int VOID_MOST = 2;
    private static final double PRECISION = 0.1;
    private static final long SEARCH_NANOS = 90_000_000_000L;

    @Override
    public Optional<Runs> run(Variation variation, RunProgress progress) {
        return run(variation, RUNS, progress);
    }

    @Override
    public Optional<Runs> killed(Variation variation, Runs healthy, RunProgress progress) {
        return run(variation, 1, progress);
    }

    private Optional<Runs> run(Variation variation, int wanted, RunProgress progress) {
        List<WorldResult> good = new ArrayList<>();
        List<WorldResult> bad = new ArrayList<>();
        while (good.size() < wanted && bad.size() <= VOID_MOST) {
            WorldResult run = once(variation, good.size() + 1, part(progress, good.size(), wanted));
            if (progress.stopped()) {
                break; // cut short
            }
            (run.voided().isPresent() ? bad : good).add(run);
        }
        if (good.isEmpty() && bad.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(good.isEmpty() ? runs(bad.getLast(), List.of(bad.getLast())) : runs(good.getLast(), good));
    }

    private static RunProgress part(RunProgress progress, int done, int wanted) {
        return new Part(progress, "", (double) done / wanted, (done + 1.0) / wanted);
    }

    private WorldResult once(Variation variation, int number, RunProgress progress) {
        long seed = new ScenarioSource(source.text(), variation).read().seed();
        ScenarioSource varied =
                new ScenarioSource(source.text(), variation.withSeed(ReplicationPlan.seed(seed, number)));
        Scenario scenario = varied.read();
        return LiveMeasurement.of(scenario, varied, progress).result();
    }

    private static Runs runs(WorldResult shown, List<WorldResult> each) {
        List<Estimate> estimates = EnumSet.complementOf(EnumSet.of(Figure.USED)).stream()
                .map(figure -> estimate(figure, each))
                .toList();
        return new Runs(shown, each, estimates);
    }

    private static Estimate estimate(Figure figure, List<WorldResult> runs) {
        Moments moments = new Moments();
        runs.forEach(run -> moments.add(figure.of(run.load(), run.latency())));
        Interval interval = Interval.of(moments);
        return new Estimate(figure, interval.mean(), interval.halfWidth(), doubt(figure, interval, runs));
    }

    private static Doubt doubt(Figure figure, Interval interval, List<WorldResult> runs) {
        long delivered = runs.stream().mapToLong(run -> run.load().delivered()).sum();
        if (!Estimate.enough(figure, delivered)) {
            return Doubt.FEW_MESSAGES;
        }
        if (Double.isNaN(interval.halfWidth())) {
            return Doubt.ONE_RUN;
        }
        return interval.halfWidth() > Estimate.WIDE * interval.mean() ? Doubt.WIDE : Doubt.NONE;
    }

    @Override
    public CapacityResult search(Variation variation, RunProgress progress) {
        CapacityPlan plan = new CapacityPlan(List.of(World.LIVE), PRECISION, SEARCH_NANOS, false);
        ScenarioSource varied = new ScenarioSource(source.text(), variation);
        return CapacitySearch.find(varied.read(), varied, plan, progress);
    }
}

package dev.chokepoint.lab.run;

import dev.chokepoint.lab.diagnose.Diagnosis;
import dev.chokepoint.lab.diagnose.Diagnostician;
import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.Latency;
import dev.chokepoint.lab.measure.LatencySeries;
import dev.chokepoint.lab.measure.LoadFigures;
import dev.chokepoint.lab.measure.LoadRecord;
import dev.chokepoint.lab.measure.LoadSum;
import dev.chokepoint.lab.measure.NodePool;
import dev.chokepoint.lab.measure.PhasePool;
import dev.chokepoint.lab.measure.PhaseShare;
import dev.chokepoint.lab.measure.ResourceFigures;
import dev.chokepoint.lab.measure.ResourcePool;
import dev.chokepoint.lab.measure.Statistics;
import dev.chokepoint.lab.measure.Statistics.Warmup;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Puts replications into one result: counts added, histograms merged, intervals from what differs. Not thread-safe. */
final class Pool {
    private static final double KEEPS_UP = 0.98;

    private final Scenario scenario;
    private final List<Statistics.Run> runs = new ArrayList<>();
    private final PhasePool phases = new PhasePool();
    private final ResourcePool resources = new ResourcePool();
    private final NodePool nodes = new NodePool();
    private OptionalDouble asked = OptionalDouble.empty();
    private Replication first;
    private LoadSum loads;
    private LatencySeries series;
    private long measuredNanos;

    Pool(Scenario scenario) {
        this.scenario = scenario;
    }

    void add(Replication one) {
        if (first == null) {
            first = one;
            loads = new LoadSum(one.load());
            series = new LatencySeries(one.window());
        } else {
            loads.add(one.load());
        }
        series.add(one.series());
        runs.add(one.summary());
        phases.add(one.result().phases(), one.result().latency().count());
        resources.add(one.result().resources(), one.result().load().carriedPerSecond());
        nodes.add(
                one.result().nodes(),
                one.result().load().carriedPerSecond() * one.window().lengthNanos() / 1e9);
        measuredNanos += one.window().lengthNanos();
    }

    int count() {
        return runs.size();
    }

    /** What the first replication cost. */
    long work() {
        return first.work();
    }

    /** The user asked for a precision. */
    void asked(double relative) {
        asked = OptionalDouble.of(relative);
    }

    /** All replications so far in one, without a verified next chokepoint. */
    WorldResult result(long elapsedNanos) {
        LoadRecord record = loads.sum();
        LoadFigures load = record.load(measuredNanos);
        List<ResourceFigures> used = resources.figures();
        List<PhaseShare> shares = phases.shares(Math.max(1, load.delivered()));
        Diagnosis diagnosis = new Diagnostician(scenario, used, shares).diagnose();
        Statistics statistics = statistics(load, record.latency(), diagnosis);
        return new WorldResult(
                        WorldResult.World.SIMULATION,
                        load,
                        record.latency(),
                        shares,
                        used,
                        diagnosis,
                        first.result().timeline(),
                        Optional.of(statistics),
                        Optional.empty(),
                        first.result().traceHash(),
                        Optional.empty(),
                        notes(load, statistics),
                        elapsedNanos)
                .withConnection(first.result().connection())
                .withAftermaths(first.result().aftermaths())
                .withNodes(nodes.nodes())
                .withHistograms(first.result().histograms().withTotal(record.histogram()));
    }

    /** Of the replications so far. */
    Statistics statistics() {
        return result(0).statistics().orElseThrow();
    }

    private Statistics statistics(LoadFigures load, Latency latency, Diagnosis diagnosis) {
        boolean overloaded = diagnosis.saturated() || load.carriedPerSecond() < KEEPS_UP * load.offeredPerSecond();
        Estimates estimates = new Estimates(runs, load, latency);
        Warmup warmup = new SteadyState(scenario, series, estimates.tolerance(), overloaded).judge();
        List<Estimate> figures = estimates.all(warmup.verdict() == Warmup.Verdict.OVERLOAD);
        diagnosis
                .chokepoint()
                .map(found -> estimates.used(found, resources.utilisation(found.resource())))
                .ifPresent(figures::add);
        return new Statistics(runs, figures, warmup, precision(figures));
    }

    private Optional<Statistics.Precision> precision(List<Estimate> figures) {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Set<Figure> wanted = Estimates.wanted(scenario);
        double worst = figures.stream()
                .filter(estimate -> wanted.contains(estimate.figure()))
                .mapToDouble(Estimate::relative)
                .reduce(0, Math::max); // NaN stays
        return Optional.of(new Statistics.Precision(asked.getAsDouble(), worst));
    }

    private List<String> notes(LoadFigures load, Statistics statistics) {
        List<String> notes = new ArrayList<>(first.result().notes());
        Results.unfinished(load).ifPresent(notes::add);
        notes.addAll(Doubts.of(statistics, scenario.objectives()));
        return notes;
    }
}

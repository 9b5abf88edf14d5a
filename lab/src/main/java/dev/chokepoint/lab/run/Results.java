package dev.chokepoint.lab.run;

import dev.chokepoint.lab.diagnose.ClientFigures;
import dev.chokepoint.lab.diagnose.Diagnosis;
import dev.chokepoint.lab.diagnose.Diagnostician;
import dev.chokepoint.lab.measure.Aftermath;
import dev.chokepoint.lab.measure.Counts;
import dev.chokepoint.lab.measure.GeneratorFigures;
import dev.chokepoint.lab.measure.Histograms;
import dev.chokepoint.lab.measure.Latency;
import dev.chokepoint.lab.measure.LoadFigures;
import dev.chokepoint.lab.measure.LoadRecord;
import dev.chokepoint.lab.measure.PhaseShare;
import dev.chokepoint.lab.measure.PhaseSums;
import dev.chokepoint.lab.measure.ResourceFigures;
import dev.chokepoint.lab.measure.ResourceMeter;
import dev.chokepoint.lab.measure.Stages;
import dev.chokepoint.lab.measure.TimePoint;
import dev.chokepoint.lab.measure.Window;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.scenario.BalancerSpec;
import dev.chokepoint.lab.scenario.ModelParts.BackplaneSpec;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ServerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts what one world's run measured into a result. */
record Results(
        Scenario scenario,
        Window window,
        LoadRecord record,
        PhaseSums phases,
        Stages stages,
        ResourceMeter meter,
        Traffic traffic,
        List<String> notes) {
    private static final double FULL = 0.9;

    /** One replication; what is to be said about it is said when all are put together. */
    WorldResult simulation(String traceHash, long elapsedNanos) {
        return result(
                WorldResult.World.SIMULATION, Optional.empty(), Optional.of(traceHash), Optional.empty(), elapsedNanos);
    }

    WorldResult live(GeneratorFigures generator, Optional<String> voided, long elapsedNanos) {
        return result(WorldResult.World.LIVE, Optional.of(generator), Optional.empty(), voided, elapsedNanos);
    }

    Latency latency() {
        return record.latency();
    }

    private WorldResult result(
            WorldResult.World world,
            Optional<GeneratorFigures> generator,
            Optional<String> traceHash,
            Optional<String> voided,
            long elapsedNanos) {
        LoadFigures load = record.load(window);
        List<PhaseShare> shares = phases.shares(stages);
        List<ResourceFigures> resources = ClientFigures.complete(
                scenario, meter.figures(window, load.carriedPerSecond()), phases, stages, load.carriedPerSecond());
        Diagnosis diagnosis = new Diagnostician(scenario, resources, shares).diagnose();
        return new WorldResult(
                        world,
                        load,
                        record.latency(),
                        shares,
                        resources,
                        diagnosis,
                        timeline(),
                        Optional.empty(),
                        generator,
                        traceHash,
                        voided,
                        world == WorldResult.World.LIVE ? withDoubts(load, diagnosis) : notes,
                        elapsedNanos)
                .withHistograms(Histograms.of(record, window))
                .withNodes(traffic.nodes(window, load.carriedPerSecond() * window.lengthNanos() / 1e9))
                .withAftermaths(Aftermath.of(scenario.faults(), window, record));
    }

    private List<String> withDoubts(LoadFigures load, Diagnosis diagnosis) {
        List<String> all = new ArrayList<>(notes);
        unfinished(load).ifPresent(all::add);
        if (diagnosis.chokepoint().filter(Results::farFromFull).isPresent()) {
            all.add("the capacity is extrapolated from a host that was far from full; a message costs a real CPU less"
                    + " as load rises, so expect more than that");
        }
        return all;
    }

    /** What messages that did not arrive do to the latencies of those that did. */
    static Optional<String> unfinished(LoadFigures load) {
        return load.unfinished() == 0
                ? Optional.empty()
                : Optional.of(load.unfinished() + " of " + load.intended()
                        + " messages had not arrived when the run ended, late or lost:"
                        + " their latency is not in the figures, so the percentiles are too low");
    }

    private static boolean farFromFull(Diagnosis.Chokepoint chokepoint) {
        boolean serves = Stream.of(ServerSpec.NAME, BalancerSpec.NAME, BackplaneSpec.NAME)
                .anyMatch(host -> chokepoint.resource().startsWith(host + " "));
        return serves && chokepoint.utilisation() < FULL;
    }

    private List<TimePoint> timeline() {
        List<TimePoint> points = new ArrayList<>();
        List<List<Double>> utilisations = meter.timeline(window);
        for (int i = 0; i < window.intervals(); i++) {
            Counts counts = record.intervals().get(i).counts();
            long end = window.intervalEnd(i);
            double seconds = (end - window.loadStartNanos() - i * window.intervalNanos()) / 1e9;
            points.add(new TimePoint(
                    end - window.loadStartNanos(),
                    counts.intended() / seconds,
                    counts.delivered() / seconds,
                    counts.p50Nanos(),
                    counts.p99Nanos(),
                    utilisations.get(i)));
        }
        return points;
    }
}

package dev.chokepoint.cli;

import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.lab.measure.Counts;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunEvent;
import dev.chokepoint.lab.scenario.Scenario;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Quantile;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * What a run has told so far, as metrics. Messages are those of the measured window, as far as they are counted. Any thread
 * tells, any thread asks.
 */
final class RunMetrics implements Consumer<RunEvent> {
    private static final double NANOS = 1e9;

    private final Scenario scenario;
    private final Map<World, Told> worlds = new EnumMap<>(World.class);
    private Told current = new Told();

    /** Of one world. */
    private static final class Told {
        private long replications;
        private long faults;
        private Counts measured = new Counts(0, 0, 0, 0, 0, 0);
        private List<ResourceUse> resources = List.of();
    }

    RunMetrics(Scenario scenario) {
        this.scenario = scenario;
    }

    @Override
    public synchronized void accept(RunEvent event) {
        switch (event) {
            case RunEvent.WorldStarted started -> {
                current = new Told();
                worlds.put(started.world(), current);
            }
            case RunEvent.Interval interval -> add(interval);
            case RunEvent.ReplicationFinished _ -> current.replications++;
            case RunEvent.FaultApplied _ -> current.faults++;
            case RunEvent.WorldFinished _ -> {}
        }
    }

    private void add(RunEvent.Interval interval) {
        current.measured = interval.load().soFar();
        current.resources = interval.resources();
    }

    /** What is known now. */
    synchronized MetricSnapshots snapshots() {
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        all.metricSnapshot(ResourceMetrics.build());
        all.metricSnapshot(run());
        all.metricSnapshot(counter("messages_offered", "Messages meant to leave.", t -> t.measured.intended()));
        all.metricSnapshot(counter("messages_delivered", "Messages delivered.", t -> t.measured.delivered()));
        all.metricSnapshot(counter("messages_failed", "Messages that failed.", t -> t.measured.failed()));
        all.metricSnapshot(counter("replications", "Simulations that are over.", t -> t.replications));
        all.metricSnapshot(counter("faults", "Planned faults that were applied.", t -> t.faults));
        all.metricSnapshot(latency());
        ResourceMetrics resources = new ResourceMetrics();
        worlds.forEach((world, told) -> resources.add(told.resources, labels(world)));
        resources.addTo(all);
        return all.build();
    }

    private InfoSnapshot run() {
        Labels labels = Labels.of("scenario", scenario.name(), "seed", Long.toString(scenario.seed()));
        return InfoSnapshot.builder()
                .name("chokepoint_run")
                .help("What runs.")
                .dataPoint(InfoDataPointSnapshot.builder().labels(labels).build())
                .build();
    }

    private CounterSnapshot counter(String name, String help, ToLongFunction<Told> value) {
        CounterSnapshot.Builder counter =
                CounterSnapshot.builder().name("chokepoint_" + name).help(help);
        worlds.forEach((world, told) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                .labels(labels(world))
                .value((double) value.applyAsLong(told))
                .build()));
        return counter.build();
    }

    private SummarySnapshot latency() {
        SummarySnapshot.Builder summary = SummarySnapshot.builder()
                .name("chokepoint_message_latency_seconds")
                .help("Delivery minus intended send, of the messages of the measured window so far.");
        worlds.forEach((world, told) -> summary.dataPoint(SummaryDataPointSnapshot.builder()
                .labels(labels(world))
                .count(told.measured.delivered())
                .sum(told.measured.latencySumNanos() / NANOS)
                .quantiles(Quantiles.of(
                        new Quantile(0.5, told.measured.p50Nanos() / NANOS),
                        new Quantile(0.99, told.measured.p99Nanos() / NANOS)))
                .build()));
        return summary.build();
    }

    private static Labels labels(World world) {
        return Labels.of("world", world.name().toLowerCase(Locale.ROOT));
    }
}

package dev.chokepoint.cli;

import dev.chokepoint.host.world.ResourceUse;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What resources have done, as Prometheus counts: totals since the world began, in base units. Not thread-safe. */
final class ResourceMetrics {
    private static final double NANOS = 1e9;

    private final GaugeSnapshot.Builder capacity = GaugeSnapshot.builder()
            .name("chokepoint_resource_capacity")
            .help("How much of it can be in use at once: lanes, cores, threads, transmitters, connections, bytes.");
    private final GaugeSnapshot.Builder waitingMost = GaugeSnapshot.builder()
            .name("chokepoint_resource_waiting_max")
            .help("The most that ever waited for it at once; bytes for links, windows and datagram buffers.");
    private final CounterSnapshot.Builder used = counter(
            "used_seconds", "What was in use, integrated over time: its rate by the capacity is the utilisation.");
    private final CounterSnapshot.Builder waiting = counter(
            "waiting_seconds", "What waited for it, integrated over time: its rate is the mean number waiting.");
    private final CounterSnapshot.Builder served =
            counter("served", "What it finished: callbacks, bytes, datagrams, connections, messages.");
    private final CounterSnapshot.Builder refused = counter("refused", "What it turned away because it was full.");
    private final CounterSnapshot.Builder lost = counter("lost", "Packets that vanished on it though it had room.");

    private static CounterSnapshot.Builder counter(String what, String help) {
        return CounterSnapshot.builder().name("chokepoint_resource_" + what).help(help);
    }

    /** A server's, sampled now. */
    static MetricSnapshots of(List<ResourceUse> uses) {
        ResourceMetrics metrics = new ResourceMetrics();
        metrics.add(uses, Labels.EMPTY);
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        metrics.addTo(all);
        return all.metricSnapshot(build()).build();
    }

    void add(List<ResourceUse> uses, Labels where) {
        for (ResourceUse use : uses) {
            Labels labels = where.merge(
                    Labels.of("resource", use.name(), "kind", use.kind().name().toLowerCase(Locale.ROOT)));
            capacity.dataPoint(gauge(labels, use.capacity()));
            waitingMost.dataPoint(gauge(labels, (double) use.waitingMax()));
            count(used, labels, use, each -> each.usedNanos() / NANOS);
            count(waiting, labels, use, each -> each.waitingNanos() / NANOS);
            count(served, labels, use, ResourceUse::served);
            count(refused, labels, use, ResourceUse::refused);
            count(lost, labels, use, ResourceUse::lost);
        }
    }

    private static GaugeDataPointSnapshot gauge(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }

    private static void count(
            CounterSnapshot.Builder counter, Labels labels, ResourceUse use, ToDoubleFunction<ResourceUse> value) {
        double total = Math.max(0, value.applyAsDouble(use)); // a counter may not be a rounding below nothing
        counter.dataPoint(
                CounterDataPointSnapshot.builder().labels(labels).value(total).build());
    }

    void addTo(MetricSnapshots.Builder all) {
        all.metricSnapshot(capacity.build());
        all.metricSnapshot(waitingMost.build());
        for (CounterSnapshot.Builder counter : List.of(used, waiting, served, refused, lost)) {
            all.metricSnapshot(counter.build());
        }
    }

    /** What is running, always 1. */
    static InfoSnapshot build() {
        Labels labels = Labels.of(
                "version",
                Version.number(),
                "java",
                Integer.toString(Runtime.version().feature()));
        return InfoSnapshot.builder()
                .name("chokepoint_build")
                .help("What answers.")
                .dataPoint(InfoDataPointSnapshot.builder().labels(labels).build())
                .build();
    }
}

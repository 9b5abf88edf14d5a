package dev.chokepoint.lab.run;

import dev.chokepoint.lab.measure.GeneratorFigures;
import dev.chokepoint.lab.measure.Latency;
import dev.chokepoint.lab.measure.MergedLogs;
import dev.chokepoint.lab.measure.PhaseSums;
import dev.chokepoint.lab.measure.ResourceMeter;
import dev.chokepoint.lab.measure.ResourceMeter.Snapshot;
import dev.chokepoint.lab.measure.Window;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.WorkerTalk.Done;
import dev.chokepoint.lab.scenario.Quantities;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.live.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes one result of what the two processes of a live run reported, and judges whether it may be believed. */
record LiveFigures(Scenario scenario, Window window, Done clients, Done server, List<String> notes) {
    /** A generator busier than this part of a core may have been late without knowing. */
    private static final double CPU_MAX = 0.8;

    /** A run whose threads waited for a core longer than this part of it shared the machine with somebody. */
    private static final double WAITED_MAX = 0.05;

    /** A generator that sends this much later than it should, as a part of the measured p99, measured itself. */
    private static final double LAG_MAX = 0.1;

    WorldResult result(
            List<Snapshot> clientSamples, List<Snapshot> serverSamples, Transport transport, long elapsedNanos)
            throws IOException {
        MergedLogs logs = new MergedLogs(window);
        logs.add(Path.of(clients.notesFile()));
        logs.add(Path.of(server.notesFile()));
        PhaseSums phases = logs.phaseSums();
        Results results = new Results(
                scenario,
                window,
                clients.load(),
                phases,
                logs.stages(),
                merged(clientSamples, serverSamples),
                traffic(clientSamples, serverSamples),
                notes(transport, phases, clients.load().latency().p99Nanos()));
        GeneratorFigures generator = new GeneratorFigures(
                clients.lag().p50Nanos(),
                clients.lag().p99Nanos(),
                (double) clients.cpuNanos() / window.lengthNanos(),
                clients.processId());
        return results.live(generator, voided(generator, results.latency()), elapsedNanos);
    }

    /** The resources of both processes, sample by sample, as far as both have told. */
    static ResourceMeter merged(List<Snapshot> clientSamples, List<Snapshot> serverSamples) {
        ResourceMeter meter = new ResourceMeter();
        both(clientSamples, serverSamples)
                .forEach(both -> meter.add(new Snapshot(both.atNanos(), Together.uses(both.uses()))));
        return meter;
    }

    private Traffic traffic(List<Snapshot> clientSamples, List<Snapshot> serverSamples) {
        Traffic traffic = new Traffic(scenario);
        both(clientSamples, serverSamples).forEach(both -> traffic.add(both.atNanos(), both.uses()));
        return traffic;
    }

    private static List<Snapshot> both(List<Snapshot> clientSamples, List<Snapshot> serverSamples) {
        List<Snapshot> all = new ArrayList<>();
        int moments = Math.min(clientSamples.size(), serverSamples.size());
        for (int i = 0; i < moments; i++) {
            all.add(new Snapshot(
                    serverSamples.get(i).atNanos(),
                    Stream.concat(serverSamples.get(i).uses().stream(), clientSamples.get(i).uses().stream())
                            .toList()));
        }
        return all;
    }

    private List<String> notes(Transport transport, PhaseSums phases, long p99Nanos) {
        List<String> all = new ArrayList<>(notes);
        all.add("links are emulated in user space over loopback (" + transport
                + "): delay, jitter, bandwidth and queue, "
                + (scenario.transport() instanceof dev.chokepoint.lab.scenario.Transport.Udp
                        ? "loss, duplication and reordering"
                        : "no loss")
                + "; they released bytes up to "
                + Quantities.time(lateNanosP99()) + " late (p99)");
        all.add("INBOX includes the kernel's way between the two processes, which can't be told apart here");
        if (scenario.balancer().isPresent()) {
            all.add(
                    "a balancer passes bytes on and sockets don't say whose: its own phases, and those of the links it sends to,"
                            + " are part of its INBOX and not measurable apart");
        }
        if (lateNanosP99() > LAG_MAX * p99Nanos) {
            all.add("that is more than " + Quantities.percent(LAG_MAX)
                    + " of the measured p99: this machine, not the system," + " made part of the tail");
        }
        long waited = clients.waitedNanos() + server.waitedNanos();
        if (waited > WAITED_MAX * window.lengthNanos()) {
            all.add("the run's threads waited " + Quantities.time(waited) + " for one of this machine's "
                    + Runtime.getRuntime().availableProcessors()
                    + " cores, so latencies are higher than with a core for each");
        }
        int every = SampledMessages.every(scenario);
        if (every > 1) {
            all.add("phases are those of every " + every + "th message (" + phases.count() + " of them)");
        }
        if (clients.droppedNotes() + server.droppedNotes() > 0) {
            all.add("the phases of " + (clients.droppedNotes() + server.droppedNotes())
                    + " marks did not fit in memory and are missing");
        }
        return all;
    }

    /** The rule by which a run that measured its own load generator is void. */
    private Optional<String> voided(GeneratorFigures generator, Latency latency) {
        if (latency.count() == 0) {
            return Optional.of(
                    "no message was answered in the measured window, so that nothing is known of this system; if the"
                            + " scenario can carry load, this machine was too busy: use a quieter one, or simulate");
        }
        long p99Nanos = latency.p99Nanos();
        if (generator.cpuOfOneCore() > CPU_MAX) {
            return Optional.of("the load generator used " + Quantities.percent(generator.cpuOfOneCore())
                    + " of a core (at most " + Quantities.percent(CPU_MAX) + " is believed): offer less, or simulate");
        }
        if (generator.sendLagP99Nanos() > LAG_MAX * p99Nanos) {
            return Optional.of("the load generator fell behind: it sent up to "
                    + Quantities.time(generator.sendLagP99Nanos()) + " late (p99), more than "
                    + Quantities.percent(LAG_MAX) + " of the measured p99 of " + Quantities.time(p99Nanos)
                    + ": offer less, use a quieter machine, or simulate");
        }
        return Optional.empty();
    }

    private long lateNanosP99() {
        return Math.max(clients.lateNanosP99(), server.lateNanosP99());
    }
}

package dev.chokepoint.lab.run;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Address.Family;
import dev.chokepoint.lab.measure.Footprint;
import dev.chokepoint.lab.measure.ResourceMeter.Snapshot;
import dev.chokepoint.lab.measure.Window;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.WorkerTalk.Assignment;
import dev.chokepoint.lab.run.WorkerTalk.Counted;
import dev.chokepoint.lab.run.WorkerTalk.Done;
import dev.chokepoint.lab.run.WorkerTalk.Drained;
import dev.chokepoint.lab.run.WorkerTalk.Go;
import dev.chokepoint.lab.run.WorkerTalk.Role;
import dev.chokepoint.lab.run.WorkerTalk.Sample;
import dev.chokepoint.lab.run.WorkerTalk.Word;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.App;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.topology.AddressPlan;
import dev.chokepoint.live.Descriptors;
import dev.chokepoint.live.LaneUnits;
import dev.chokepoint.live.Transport;
import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs a scenario over real sockets: one process for the server, one for all the clients. */
final class LiveRun {
    private static final long START_NANOS = 30_000_000_000L;
    private static final long FINISH_NANOS = 60_000_000_000L;
    private static final long POLL_NANOS = 50_000_000;

    private final Scenario scenario;
    private final ScenarioSource source;
    private final RunFolder folder;
    private final Watching watching;
    private final RunProgress progress;
    private final List<Snapshot> clientSamples = new ArrayList<>();
    private final List<Snapshot> serverSamples = new ArrayList<>();
    private final List<LaneUnits> units = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private LiveRun(
            Scenario scenario, ScenarioSource source, RunFolder folder, Watching watching, RunProgress progress) {
        this.scenario = scenario;
        this.source = source;
        this.folder = folder;
        this.watching = watching;
        this.progress = progress;
        notes.addAll(Emulation.notes(scenario));
        notes.addAll(FaultPlan.notes(scenario));
        notes.addAll(SampledMessages.notes(scenario));
    }

    /**
     * Runs it.
     *
     * @param scenario what to run
     * @param source where it came from, for the workers
     * @param watching who is told what happens
     * @param progress told how it goes
     * @return what was measured, without a verified next chokepoint
     * @throws RunException a worker could not start, or broke
     */
    static WorldResult run(Scenario scenario, ScenarioSource source, Watching watching, RunProgress progress) {
        return made(scenario, source, watching, progress).result();
    }

    /**
     * A run, and what its processes and lanes did.
     *
     * @param server what the server process took of the machine
     * @param units of each lane at one moment after the other, lanes mixed
     */
    record Made(WorldResult result, Footprint server, List<LaneUnits> units) {}

    /** Runs it as {@link #run} does. */
    static Made made(Scenario scenario, ScenarioSource source, Watching watching, RunProgress progress) {
        refuseWhatCantBeEmulated(scenario);
        requireFamily(scenario);
        requireDescriptors(scenario);
        try (RunFolder folder = RunFolder.create();
                Worker server = new Worker("server", folder.path());
                Worker clients = new Worker("clients", folder.path())) {
            return new LiveRun(scenario, source, folder, watching, progress).run(server, clients);
        } catch (IOException e) {
            throw new RunException("the live run's temporary files failed: " + e.getMessage(), e);
        }
    }

    private static void refuseWhatCantBeEmulated(Scenario scenario) {
        if (!AddressPlan.tellsHostsApart(scenario.family())
                && scenario.clients().size() > 1) {
            throw new RunException("clients has " + scenario.clients().size() + " groups and family is "
                    + scenario.family().name().toLowerCase(Locale.ROOT)
                    + ": over real sockets groups are told apart by IPv4 loopback addresses of their own, which only Linux"
                    + " has; use one group, or family: ipv4 on Linux, or `chokepoint simulate`");
        }
        if (!AddressPlan.tellsHostsApart(scenario.family())
                && (scenario.balancer().isPresent() || scenario.server().count() > 1)) {
            throw new RunException(
                    "family is " + scenario.family().name().toLowerCase(Locale.ROOT)
                            + " and there are several servers or a balancer: over real sockets these are told apart by IPv4 loopback"
                            + " addresses of their own, which only Linux has; use family: ipv4 on Linux, or `chokepoint simulate`");
        }
    }

    private static void requireFamily(Scenario scenario) {
        try {
            if (scenario.family() == Family.IPV6
                    && NetworkInterface.getByInetAddress(Address.inet("::1", 0).ip()) == null) {
                throw new RunException(
                        "family is ipv6 and this machine has no IPv6: nothing has the address ::1; use family:"
                                + " ipv4, or turn it on (Linux: sysctl net.ipv6.conf.lo.disable_ipv6=0), or `chokepoint simulate`");
            }
        } catch (SocketException e) {
            throw new RunException("can't list this machine's addresses: " + e.getMessage(), e);
        }
    }

    /**
     * All clients share one process, and so do the servers; a balancer beside them has two more ends of each connection, and clients
     * who talk to clients have one a peer.
     */
    private static void requireDescriptors(Scenario scenario) {
        int ends = scenario.balancer().isPresent() ? 3 : 1;
        if (scenario.hasPeers() && scenario.app() instanceof App.Chat chat) {
            ends = new PeerPrograms(scenario).socketsEach(chat);
        }
        try {
            Descriptors.require((long) ends
                    * scenario.clients().stream().mapToLong(ClientGroup::count).sum());
        } catch (IllegalStateException e) {
            throw new RunException(e.getMessage(), e);
        }
    }

    private Made run(Worker server, Worker clients) throws IOException {
        long begun = System.nanoTime();
        Transport transport = Transport.best();
        progress.step("starting the server and the load generator", 0);
        server.tell(assignment(Role.SERVER, transport));
        clients.tell(assignment(Role.CLIENTS, transport));
        clients.expect(WorkerTalk.Ready.class, START_NANOS);
        server.expect(WorkerTalk.Ready.class, START_NANOS);
        List<String> at = server.expect(WorkerTalk.Listening.class, START_NANOS).at();

        long loadStart = System.nanoTime() + new Programs(scenario).connectNanos();
        Window window = Window.of(loadStart, scenario.warmupNanos(), scenario.durationNanos());
        server.tell(new Go(at, loadStart));
        clients.tell(new Go(at, loadStart));
        Window measured = watch(window, clients, server);
        clients.tell(new WorkerTalk.Finish());
        server.tell(new WorkerTalk.Finish());
        Done ofClients = finish(clients, clientSamples);
        Done ofServer = finish(server, serverSamples);
        LiveFigures figures = new LiveFigures(scenario, measured, ofClients, ofServer, notes);
        WorldResult result = figures.result(clientSamples, serverSamples, transport, System.nanoTime() - begun);
        return new Made(result, ofServer.footprint(), units);
    }

    private Assignment assignment(Role role, Transport transport) {
        return new Assignment(
                role,
                source.text().file(),
                source.text().text(),
                source.variation(),
                transport.name(),
                folder.salt(),
                folder.path().toString());
    }

    /** Waits for the clients to be done with the load and its answers, or for the user to stop the run. */
    private Window watch(Window window, Worker clients, Worker server) {
        while (true) {
            Optional<Word> word = clients.next(POLL_NANOS);
            if (word.filter(Drained.class::isInstance).isPresent()) {
                return window;
            }
            if (word.isPresent() && word.get() instanceof Sample sample) {
                add(sample, clientSamples);
            }
            if (word.isPresent() && word.get() instanceof Counted counted) {
                collect(server);
                watching.tellInterval(
                        scenario,
                        () -> RunEvent.Interval.of(
                                window, counted.load(), LiveFigures.merged(clientSamples, serverSamples)));
            }
            long now = System.nanoTime();
            progress.step("measuring over real sockets", fraction(window, now));
            if (progress.stopped()) {
                notes.add("stopped early: what was measured so far");
                return window.stoppedAt(now);
            }
        }
    }

    /** What the server has said by now. */
    private void collect(Worker server) {
        Optional<Word> word = server.next(0);
        while (word.isPresent()) {
            if (word.get() instanceof Sample sample) {
                add(sample, serverSamples);
            }
            word = server.next(0);
        }
    }

    private static double fraction(Window window, long now) {
        long whole = window.endNanos() - window.loadStartNanos();
        return Math.clamp((double) (now - window.loadStartNanos()) / whole, 0, 1);
    }

    private void add(Sample sample, List<Snapshot> samples) {
        samples.add(sample.snapshot());
        units.addAll(sample.units());
    }

    private Done finish(Worker worker, List<Snapshot> samples) {
        while (true) {
            Word word = worker.next(FINISH_NANOS)
                    .orElseThrow(() -> new RunException("a worker process did not finish: no report within 60 s"));
            if (word instanceof Done done) {
                return done;
            }
            if (word instanceof Sample sample) {
                add(sample, samples);
            }
        }
    }
}

package dev.chokepoint.lab.run;

import dev.chokepoint.host.world.Link;
import dev.chokepoint.lab.measure.SampledLog;
import dev.chokepoint.lab.measure.Window;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.App;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.ServerSpec;
import dev.chokepoint.lab.topology.AddressPlan;
import dev.chokepoint.lab.topology.Topology;
import dev.chokepoint.live.LaneUnits;
import dev.chokepoint.live.LiveWorld;
import dev.chokepoint.live.Transport;
import dev.chokepoint.programs.load.ServiceTime;
import dev.chokepoint.programs.load.Workload;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Has a worker's Java virtual machine compile what it is about to run. Without, the first ten thousand messages cost several
 * times what later ones do, and what a run measures depends on how many it has. Server and clients of the scenario's kind talk
 * inside the one process, over sockets and emulated links of their own: as fast as they can until they have done a set amount, then
 * at random times, as an open workload does. Then the compilers finish what they have begun, and from there on only get cores that
 * nobody else wants. Calibration warms up alike.
 */
final class WarmUp {
    /** Reads of both ends together; hot code is compiled for good after about 10,000 calls. */
    private static final long READS = 40_000;

    /** On a machine that is busy with other things it takes longer. */
    private static final long NANOS_MOST = 8_000_000_000L;

    /** Messages at random times, and for how long. */
    private static final Workload PACED = new Workload.Poisson(2_000);

    private static final long PACED_NANOS = 700_000_000;

    /** Compilers that do nothing for so long have nothing left to do; they get no more time than the other. */
    private static final int QUIET_STEPS = 20;

    private static final int QUIET_STEPS_MOST = 200;

    private static final int STEP_NANOS = 10_000_000;
    private static final int CLIENTS = 32;
    private static final int ROOM = 8;
    private static final long BYTES_MOST = 10_000;
    private static final long LATENCY_NANOS = 200_000;
    private static final long WORK_NANOS = 5_000;
    private static final long GIGABIT = 1_000_000_000L;

    private final Scenario scenario;
    private final Transport transport;
    private final AddressPlan addresses;

    private WarmUp(Scenario scenario, Transport transport, AddressPlan addresses) {
        this.scenario = scenario;
        this.transport = transport;
        this.addresses = addresses;
    }

    /**
     * Warms up.
     *
     * @param scenario that is to be run
     * @param transport of its sockets
     * @param addresses that nobody else uses
     */
    static void run(Scenario scenario, Transport transport, AddressPlan addresses) {
        WarmUp warmUp = new WarmUp(scenario, transport, addresses);
        switch (scenario.app()) {
            case App.Ask _ -> {
                warmUp.talk(new Workload.Closed(new ServiceTime.Constant(0)), NANOS_MOST, READS);
                warmUp.talk(PACED, PACED_NANOS, Long.MAX_VALUE);
            }
            case App.Chat _ -> { // of which each message is read by a whole room
                warmUp.talk(PACED, NANOS_MOST, READS);
                warmUp.talk(PACED.times(1.0 / ROOM), PACED_NANOS, Long.MAX_VALUE);
            }
        }
        awaitCompilers();
        Background.yieldToAll();
    }

    /** Until so much time has passed, or so much has been read. */
    private void talk(Workload load, long nanosMost, long readsMost) {
        Scenario small = small(load);
        Topology topology = Topology.of(small, addresses);
        Programs programs = new Programs(small);
        long begun = System.nanoTime();
        Window window = Window.of(begun, 0, nanosMost);
        SampledLog log = new SampledLog(window, SampledMessages.every(small), SampledMessages.hasCopies(small));
        try (LiveWorld world =
                new LiveWorld(small.seed(), transport, small.server().io(), log)) {
            topology.build(world);
            Deployment server = new Deployment(programs).servers(programs, topology);
            server.start(world);
            new Deployment(programs)
                    .clients(programs, server.entrances(), window, _ -> {})
                    .start(world);
            while (world.nanoTime() - begun < nanosMost && reads(world) < readsMost) {
                world.run(STEP_NANOS);
            }
        }
    }

    private static long reads(LiveWorld world) {
        return world.units().stream().mapToLong(LaneUnits::reads).sum();
    }

    private static void awaitCompilers() {
        CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
        long before = compilers.getTotalCompilationTime();
        int quiet = 0;
        for (int step = 0; step < QUIET_STEPS_MOST && quiet < QUIET_STEPS; step++) {
            LockSupport.parkNanos(STEP_NANOS);
            long now = compilers.getTotalCompilationTime();
            quiet = now == before ? quiet + 1 : 0;
            before = now;
        }
    }

    /** As the scenario, but with little of everything. */
    private Scenario small(Workload load) {
        Link.Direction link = new Link.Direction(LATENCY_NANOS, 0, GIGABIT, Integer.MAX_VALUE);
        App app = switch (scenario.app()) {
            case App.Ask ask ->
                new App.Ask(
                        Math.min(ask.requestBytes(), BYTES_MOST),
                        Math.min(ask.responseBytes(), BYTES_MOST),
                        new ServiceTime.Constant(WORK_NANOS));
            case App.Chat chat -> new App.Chat(ROOM, chat.messageBytes());
        };
        return scenario.simplest()
                .withApp(app)
                .withServer(new ServerSpec(1, 1).withIo(scenario.server().io()))
                .withClients(List.of(new ClientGroup("clients", CLIENTS, load, 0, link, link)));
    }
}

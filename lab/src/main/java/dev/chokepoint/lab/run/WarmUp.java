package dev.chokepoint.lab.run;

import dev.chokepoint.host.world.Link;
import dev.chokepoint.lab.measure.SampledLog;
import dev.chokepoint.lab.measure.Window;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.App;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.ServerSpec;
import dev.chokepoint.lab.topology.AddressPlan;
import dev.chokepoint.lab.topology.Central;
import dev.chokepoint.lab.topology.Topology;
import dev.chokepoint.live.LaneUnits;
import dev.chokepoint.live.LiveWorld;
import dev.chokepoint.live.Transport;
import dev.chokepoint.programs.load.ServiceTime;
import dev.chokepoint.programs.load.Workload;
import java.util.List;

/**
 * Has a worker's Java virtual machine compile what it is about to run. Without, the first ten thousand messages cost several
 * times what later ones do, and what a run measures depends on how many it has. Server and clients of the scenario's kind talk
 * inside the one process, over sockets of their own, until they have done a set amount; calibration warms up alike.
 */
final class WarmUp {
    /** Reads of both ends together; hot code is compiled for good after about 10,000 calls. */
    private static final long READS = 40_000;

    /** On a machine that is busy with other things it takes longer. */
    private static final long NANOS_MOST = 8_000_000_000L;

    private static final int STEP_NANOS = 10_000_000;
    private static final int CLIENTS = 16;
    private static final long BYTES_MOST = 10_000;
    private static final long GIGABIT = 1_000_000_000L;

    private WarmUp() {}

    /**
     * Warms up.
     *
     * @param scenario that is to be run
     * @param transport of its sockets
     * @param addresses that nobody else uses
     */
    static void run(Scenario scenario, Transport transport, AddressPlan addresses) {
        Scenario small = small(scenario);
        Topology topology = Central.of(small, addresses);
        Programs programs = new Programs(small);
        long begun = System.nanoTime();
        Window window = Window.of(begun, 0, NANOS_MOST);
        SampledLog log = new SampledLog(window, SampledMessages.every(small), false);
        try (LiveWorld world =
                new LiveWorld(small.seed(), transport, small.server().io(), log)) {
            topology.build(world);
            Deployment server = new Deployment(programs).servers(programs, topology);
            server.start(world);
            new Deployment(programs)
                    .clients(programs, server.entrances(), window, _ -> {})
                    .start(world);
            while (world.nanoTime() - begun < NANOS_MOST && reads(world) < READS) {
                world.run(STEP_NANOS);
            }
        }
    }

    private static long reads(LiveWorld world) {
        return world.units().stream().mapToLong(LaneUnits::reads).sum();
    }

    /** As the scenario, but without work, and with little of everything. */
    private static Scenario small(Scenario scenario) {
        Link.Direction link = new Link.Direction(0, 0, GIGABIT, Integer.MAX_VALUE);
        Workload load = new Workload.Closed(new ServiceTime.Constant(0));
        App app = switch (scenario.app()) {
            case App.Ask ask ->
                new App.Ask(
                        Math.min(ask.requestBytes(), BYTES_MOST),
                        Math.min(ask.responseBytes(), BYTES_MOST),
                        new ServiceTime.Constant(0));
        };
        return scenario.central()
                .withApp(app)
                .withServer(new ServerSpec(1, 1).withIo(scenario.server().io()))
                .withClients(List.of(new ClientGroup("clients", CLIENTS, load, 0, link, link)));
    }
}

package dev.chokepoint.bench.scale;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.AccessLinks;
import dev.chokepoint.host.world.AddressBlock;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.programs.ask.AskLoad;
import dev.chokepoint.programs.ask.AskLoadConfig;
import dev.chokepoint.programs.ask.AskServer;
import dev.chokepoint.programs.ask.AskServerConfig;
import dev.chokepoint.programs.load.ServiceTime;
import dev.chokepoint.programs.load.Workload;
import dev.chokepoint.sim.SimCosts;
import dev.chokepoint.sim.SimWorld;
import dev.chokepoint.sim.Streams;
import dev.chokepoint.sim.TcpOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The network of {@code examples/million.yaml} with any number of clients: each has an access link of its own and a TCP
 * connection to one of 20 servers, and asks it every 10 s on average. Nobody measures messages.
 */
final class ScaleWorld {
    static final long SECOND = 1_000_000_000;
    static final long LOAD_STARTS = 10 * SECOND;
    private static final int SERVERS = 20;
    private static final double REQUESTS_PER_CLIENT = 0.1;
    private static final long WORK_NANOS = 40_000;
    private static final int REQUEST_BYTES = 200;
    private static final int RESPONSE_BYTES = 1000;
    private static final StreamOptions STREAM =
            new StreamOptions(8 << 10, 16 << 10, 16 << 10, 65_535, 10 * SECOND, false);

    private ScaleWorld() {}

    /** Builds it; clients connect in the first ten seconds, and ask until {@code endNanos}. */
    static SimWorld of(int clients, long endNanos) {
        SimWorld world =
                new SimWorld(1, Instant.EPOCH, SimCosts.FREE, new Streams.Tcp(TcpOptions.DEFAULT), Observer.NONE);
        AddressBlock fleet = AddressBlock.of(Address.inet("10.1.0.0", 0), clients);
        world.add(new HostSpec("clients", fleet, HostSpec.UNLIMITED, 1));
        world.addRouter("router");
        world.add(new AccessLinks("access", "clients", "router", access(5), access(20)));
        List<Address> servers = servers(world);
        Workload load = new Workload.Poisson(REQUESTS_PER_CLIENT * clients);
        world.start(
                "clients",
                () -> new AskLoad(
                        new AskLoadConfig(
                                servers,
                                STREAM,
                                clients,
                                clients,
                                REQUEST_BYTES,
                                load,
                                LOAD_STARTS,
                                endNanos,
                                0,
                                1,
                                Long.MAX_VALUE),
                        _ -> {}));
        return world;
    }

    private static Link.Direction access(int megabits) {
        return new Link.Direction(20_000_000, 0, megabits * 1_000_000L, 1 << 20);
    }

    private static List<Address> servers(SimWorld world) {
        Link.Direction free = new Link.Direction(0, 0, Link.UNLIMITED, Integer.MAX_VALUE);
        List<Address> servers = new ArrayList<>();
        for (int i = 1; i <= SERVERS; i++) {
            String name = "server-" + i;
            Address.Inet at = Address.inet("10.0.0." + i, 8080);
            servers.add(at);
            world.add(new HostSpec(name, List.of(at.withPort(0)), 1, 1));
            world.add(new Link("link " + i, "router", name, free, free));
            ServiceTime work = new ServiceTime.Constant(WORK_NANOS);
            world.start(name, () -> new AskServer(new AskServerConfig(at, STREAM, RESPONSE_BYTES, work)));
        }
        return servers;
    }
}

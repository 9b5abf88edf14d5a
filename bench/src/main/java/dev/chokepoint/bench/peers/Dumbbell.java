package dev.chokepoint.bench.peers;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Impairment;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Packets;
import dev.chokepoint.sim.SimCosts;
import dev.chokepoint.sim.SimWorld;
import dev.chokepoint.sim.Streams;
import java.time.Instant;
import java.util.List;

/** Two hosts behind a router each, and a 10 Mbit/s bottleneck between the routers: the network of {@code bench/ns3}. */
final class Dumbbell {
    static final Address.Inet SENDER = Address.inet("10.1.1.1", 0);
    static final Address.Inet RECEIVER = Address.inet("10.1.3.2", 5000);
    static final long SECOND = 1_000_000_000;
    private static final long MS = 1_000_000;
    private static final int PPP_BYTES = 2;
    private static final int ACCESS_QUEUE = 100_000;

    private Dumbbell() {}

    static SimWorld world(long seed, Streams streams, int queuePackets) {
        SimWorld world = new SimWorld(seed, Instant.EPOCH, SimCosts.FREE, streams, Observer.NONE);
        world.add(new HostSpec("n0", List.of(SENDER), HostSpec.UNLIMITED, 1));
        world.add(new HostSpec("n1", List.of(RECEIVER.withPort(0)), HostSpec.UNLIMITED, 1));
        world.addRouter("r0");
        world.addRouter("r1");
        join(world, "n0", "r0", 100, MS, ACCESS_QUEUE);
        join(world, "r0", "r1", 10, 18 * MS, queuePackets);
        join(world, "r1", "n1", 100, MS, ACCESS_QUEUE);
        return world;
    }

    private static void join(SimWorld world, String a, String b, int megabits, long latencyNanos, int queuePackets) {
        Packets packets = new Packets(1500, PPP_BYTES, queuePackets, Impairment.NONE);
        Link.Direction each = new Link.Direction(latencyNanos, 0, megabits * 1_000_000L, Integer.MAX_VALUE, packets);
        world.add(new Link(a + "-" + b, a, b, each, each));
    }
}

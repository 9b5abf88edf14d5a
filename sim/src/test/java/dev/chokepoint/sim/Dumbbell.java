package dev.chokepoint.sim;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Packets;
import java.util.List;

/**
 * The reference network: n0 - r0 - r1 - n1, access links of 100 Mbit/s and 1 ms, between the routers 10 Mbit/s and 18 ms, PPP
 * framing of 2 bytes, drop-tail queues in packets.
 */
public final class Dumbbell {
    /** The sender's address. */
    public static final Address N0 = Address.inet("10.0.0.1", 0);

    /** The receiver's address. */
    public static final Address N1 = Address.inet("10.0.1.1", 0);

    /** The queue of the access links. */
    public static final int LONG_QUEUE = 100_000;

    private static final Packets PPP = new Packets(1500, 2, LONG_QUEUE, Packets.DEFAULT.impairment());

    private Dumbbell() {}

    /**
     * Builds it.
     *
     * @param forward how the bottleneck treats packets from n0 to n1: its queue, its loss
     * @param streams what carries streams
     */
    public static SimWorld world(long seed, Packets forward, Streams streams) {
        SimWorld world = new SimWorld(seed, Worlds.START, SimCosts.FREE, streams, Observer.NONE);
        world.add(new HostSpec("n0", List.of(N0), HostSpec.UNLIMITED, 1));
        world.add(new HostSpec("n1", List.of(N1), HostSpec.UNLIMITED, 1));
        world.addRouter("r0");
        world.addRouter("r1");
        Link.Direction access = direction(1_000_000, 100_000_000, PPP);
        world.add(new Link("access", "n0", "r0", access, access));
        world.add(new Link(
                "bottleneck",
                "r0",
                "r1",
                direction(18_000_000, 10_000_000, forward),
                direction(18_000_000, 10_000_000, PPP)));
        world.add(new Link("access", "r1", "n1", access, access));
        return world;
    }

    /** PPP with a queue of so many packets. */
    public static Packets queue(int packets) {
        return PPP.queue(packets);
    }

    private static Link.Direction direction(long latencyNanos, long bitsPerSecond, Packets packets) {
        return new Link.Direction(latencyNanos, 0, bitsPerSecond, 1L << 40, packets);
    }
}

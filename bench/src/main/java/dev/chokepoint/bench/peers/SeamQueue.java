package dev.chokepoint.bench.peers;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Datagrams;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Work;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.sim.SimCosts;
import dev.chokepoint.sim.SimWorld;
import dev.chokepoint.sim.Streams;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/**
 * The queue of {@link dev.chokepoint.sim.BareQueue} as programs on the seam: a client sends datagrams over an unlimited link to
 * a server that spends its CPU time on each. A datagram carries its time, so that the server can tell how long it was there.
 */
final class SeamQueue {
    private static final Address.Inet CLIENT = Address.inet("10.0.0.1", 0);
    private static final Address.Inet SERVER = Address.inet("10.0.0.2", 4000);
    private static final double MEAN_GAP_NANOS = 1.25e6;
    private static final double MEAN_SERVICE_NANOS = 1e6;
    private static final Work SERVICE = new Work.Synthetic("service");

    private long left;
    private double inSystemNanos;

    private SeamQueue(long customers) {
        left = customers;
    }

    /** Serves so many customers, and returns the mean number in system. */
    static double meanNumber(long seed, long customers) {
        SeamQueue queue = new SeamQueue(customers);
        try (SimWorld world = new SimWorld(seed, Instant.EPOCH, SimCosts.FREE, new Streams.Ideal(), Observer.NONE)) {
            world.add(new HostSpec("client", List.of(CLIENT), HostSpec.UNLIMITED, 1));
            world.add(new HostSpec("server", List.of(SERVER.withPort(0)), 1, 1));
            Link.Direction unlimited = new Link.Direction(0, 0, Link.UNLIMITED, Integer.MAX_VALUE);
            world.add(new Link("link", "client", "server", unlimited, unlimited));
            world.start("server", () -> queue::serve);
            world.start("client", Client::new);
            while (queue.left > 0) {
                world.run((long) (queue.left * MEAN_GAP_NANOS));
            }
            return queue.inSystemNanos / world.nanoTime();
        }
    }

    private void serve(Host host) {
        host.bind(SERVER, DatagramOptions.DEFAULT, 0, (_, _, datagram) -> {
            host.spend(SERVICE, (long) (host.random().nextExponential() * MEAN_SERVICE_NANOS));
            inSystemNanos += host.nanoTime() - datagram.getLong(datagram.position());
            left--;
        });
    }

    private static final class Client implements Program {
        private final ByteBuffer datagram = ByteBuffer.allocate(Long.BYTES);

        @Override
        public void start(Host host) {
            Datagrams socket = host.bind(CLIENT, DatagramOptions.DEFAULT, 0, (_, _, _) -> {});
            next(host, () -> send(host, socket));
        }

        private static void next(Host host, Runnable task) {
            host.after((long) (host.random().nextExponential() * MEAN_GAP_NANOS), task);
        }

        private void send(Host host, Datagrams socket) {
            datagram.clear().putLong(0, host.nanoTime());
            if (!socket.send(SERVER, datagram)) {
                throw new IllegalStateException("the send buffer is full at " + host.nanoTime() + " ns");
            }
            next(host, () -> send(host, socket));
        }
    }
}

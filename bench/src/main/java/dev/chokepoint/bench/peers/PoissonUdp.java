package dev.chokepoint.bench.peers;

import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Datagrams;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.sim.SimWorld;
import dev.chokepoint.sim.Streams;
import java.nio.ByteBuffer;

/** What {@code bench/ns3/poisson-udp.cc} does, as programs on the seam. */
final class PoissonUdp {
    private static final int PAYLOAD_BYTES = 970;
    private static final int QUEUE_PACKETS = 100_000;
    private static final double MEAN_GAP_NANOS = 1e6;
    private static final long WARM_UP_NANOS = 10 * Dumbbell.SECOND;
    private static final long DRAIN_NANOS = 5 * Dumbbell.SECOND;

    private final long endNanos;
    private double delays;
    private long count;

    private PoissonUdp(long seconds) {
        endNanos = seconds * Dumbbell.SECOND;
    }

    /** The mean one-way delay in ms of what arrives after the warm-up. */
    static double delayMillis(long seed, long seconds) {
        PoissonUdp run = new PoissonUdp(seconds);
        try (SimWorld world = Dumbbell.world(seed, new Streams.Ideal(), QUEUE_PACKETS)) {
            world.start("n1", () -> run::receive);
            world.start("n0", () -> run.new Sender());
            world.run(run.endNanos + DRAIN_NANOS);
        }
        return run.delays / run.count / 1e6;
    }

    private void receive(Host host) {
        host.bind(Dumbbell.RECEIVER, DatagramOptions.DEFAULT, 0, (_, _, datagram) -> {
            if (host.nanoTime() > WARM_UP_NANOS) {
                delays += host.nanoTime() - datagram.getLong(datagram.position());
                count++;
            }
        });
    }

    private final class Sender implements Program {
        private final ByteBuffer datagram = ByteBuffer.allocate(PAYLOAD_BYTES);

        @Override
        public void start(Host host) {
            Datagrams socket = host.bind(Dumbbell.SENDER, DatagramOptions.DEFAULT, 0, (_, _, _) -> {});
            next(host, () -> send(host, socket));
        }

        private void next(Host host, Runnable task) {
            long gap = (long) (host.random().nextExponential() * MEAN_GAP_NANOS);
            if (host.nanoTime() + gap < endNanos) {
                host.after(gap, task);
            }
        }

        private void send(Host host, Datagrams socket) {
            datagram.clear().putLong(0, host.nanoTime());
            if (!socket.send(Dumbbell.RECEIVER, datagram)) {
                throw new IllegalStateException("the send buffer is full at " + host.nanoTime() + " ns");
            }
            next(host, () -> send(host, socket));
        }
    }
}

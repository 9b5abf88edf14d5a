package dev.chokepoint.bench.peers;

import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.sim.SimWorld;
import dev.chokepoint.sim.Streams;
import dev.chokepoint.sim.TcpOptions;
import java.nio.ByteBuffer;

/** What {@code bench/ns3/tcp-dumbbell.cc} does, as programs on the seam: one sends all it can, the other counts. */
final class TcpFlow {
    private static final int QUEUE_PACKETS = 100;
    private static final int BUFFER_BYTES = 2 << 20;
    private static final long WARM_UP_NANOS = 20 * Dumbbell.SECOND;
    private static final Payload PIECE = Payload.of("x".repeat(64 << 10));
    private static final StreamOptions STREAM =
            StreamOptions.DEFAULT.withWindow(BUFFER_BYTES).withSendMarks(BUFFER_BYTES, 2 * BUFFER_BYTES);

    /** As ns-3's defaults and the program there. */
    private static final TcpOptions TCP = new TcpOptions(
            TcpOptions.CongestionControl.NEW_RENO,
            TcpOptions.Recovery.PROPORTIONAL,
            true,
            true,
            10,
            2,
            Dumbbell.SECOND / 5,
            Dumbbell.SECOND,
            Dumbbell.SECOND);

    private long received;

    private TcpFlow() {}

    /** The goodput in Mbit/s after the warm-up. */
    static double goodput(long seed, long seconds) {
        TcpFlow flow = new TcpFlow();
        try (SimWorld world = Dumbbell.world(seed, new Streams.Tcp(TCP), QUEUE_PACKETS)) {
            world.start("n1", () -> flow::receive);
            world.start("n0", () -> TcpFlow::send);
            world.run(seconds * Dumbbell.SECOND);
            return flow.received * 8e3 / (world.nanoTime() - WARM_UP_NANOS);
        }
    }

    private void receive(Host host) {
        host.listen(Dumbbell.RECEIVER, STREAM, _ -> (_, bytes) -> {
            if (host.nanoTime() > WARM_UP_NANOS) {
                received += bytes.remaining();
            }
        });
    }

    private static void send(Host host) {
        host.connect(Dumbbell.SENDER, Dumbbell.RECEIVER, STREAM, 0, new Session() {
            @Override
            public void onOpen(Connection connection) {
                fill(connection);
            }

            @Override
            public void onWritable(Connection connection) {
                fill(connection);
            }

            @Override
            public void onBytes(Connection connection, ByteBuffer bytes) {}
        });
    }

    private static void fill(Connection connection) {
        boolean writable = true;
        while (writable) {
            writable = connection.send(PIECE);
        }
    }
}

package dev.chokepoint.sim.truth;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Address.Inet;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.Impairment;
import dev.chokepoint.sim.Dumbbell;
import dev.chokepoint.sim.OneWayDelay;
import dev.chokepoint.sim.SimWorld;
import dev.chokepoint.sim.Streams;
import dev.chokepoint.sim.TcpOptions;
import java.nio.ByteBuffer;

/**
 * What one TCP connection carried over the reference network.
 *
 * @param goodputMbps payload that the receiver's program got after the warm-up, in Mbit/s
 * @param delayMeanMillis mean one-way delay of data segments after the warm-up
 * @param lastSeconds when the last byte was given to the receiver's program
 */
record Transfer(double goodputMbps, double delayMeanMillis, double lastSeconds) {
    /**
     * What differs from case to case.
     *
     * @param tcp how TCP is tuned
     * @param queuePackets the bottleneck's queue
     * @param loss the share of packets lost behind it
     * @param bytes how much is sent; {@link #ENDLESS} for as much as fits
     * @param seconds how long the run is
     * @param warmUpSeconds how much of it does not count
     */
    record Case(TcpOptions tcp, int queuePackets, double loss, long bytes, long seconds, long warmUpSeconds) {}

    static final long ENDLESS = Long.MAX_VALUE;

    private static final long SECOND = 1_000_000_000L;
    private static final int BUFFER = 2 << 20;
    private static final int MSS = 1448;
    private static final Address SINK = ((Inet) Dumbbell.N1).withPort(9);

    private static final StreamOptions OPTIONS = StreamOptions.DEFAULT
            .withSendMarks(BUFFER, 2 * BUFFER)
            .withWindow(BUFFER)
            .withConnectTimeout(200 * SECOND);

    /** ns-3's TcpSocketBase as the reference has it; 1: its TcpCubic judges delay against the whole shortest round trip. */
    static TcpOptions ns3(TcpOptions.CongestionControl control, TcpOptions.Recovery recovery, boolean sack) {
        return new TcpOptions(control, recovery, sack, true, 10, 2, SECOND / 5, 3 * SECOND, SECOND, 1);
    }

    static Transfer run(Case what, long seed) {
        Source source = new Source(what.bytes());
        Sink sink = new Sink(what.warmUpSeconds() * SECOND);
        Impairment loss = new Impairment(what.loss(), 0, 0, 0);
        try (SimWorld world =
                Dumbbell.world(seed, Dumbbell.queue(what.queuePackets()).impaired(loss), new Streams.Tcp(what.tcp()))) {
            OneWayDelay delay = OneWayDelay.of(world, what.warmUpSeconds() * SECOND);
            world.start("n1", () -> host -> {
                sink.host = host;
                host.listen(SINK, OPTIONS, _ -> sink);
            });
            world.start("n0", () -> host -> host.connect(Dumbbell.N0, SINK, OPTIONS, 0, source));
            world.run(what.seconds() * SECOND);
            double seconds = what.seconds() - what.warmUpSeconds();
            return new Transfer(sink.counted * 8 / seconds / 1e6, delay.meanMillis(), sink.lastNanos / 1e9);
        }
    }

    /** Keeps the send buffer full until everything is sent. */
    private static final class Source implements Session {
        private final Payload segment = Payload.of(ByteBuffer.allocate(MSS));
        private long left;

        Source(long bytes) {
            left = bytes;
        }

        @Override
        public void onOpen(Connection connection) {
            onWritable(connection);
        }

        @Override
        public void onWritable(Connection connection) {
            boolean room = true;
            while (room && left > 0) {
                int size = (int) Math.min(left, MSS);
                left -= size;
                room = size == MSS ? connection.send(segment) : connection.send(ByteBuffer.allocate(size));
            }
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            throw new IllegalStateException("the sink sends nothing");
        }
    }

    /** Counts. */
    private static final class Sink implements Session {
        private final long warmUpNanos;
        private Host host;
        private long counted;
        private long lastNanos;

        Sink(long warmUpNanos) {
            this.warmUpNanos = warmUpNanos;
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            lastNanos = host.nanoTime();
            if (lastNanos > warmUpNanos) {
                counted += bytes.remaining();
            }
        }
    }
}

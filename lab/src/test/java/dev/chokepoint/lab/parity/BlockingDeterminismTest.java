package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.blocking.BlockingConnection;
import dev.chokepoint.host.blocking.BlockingHost;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.sim.SimCosts;
import dev.chokepoint.sim.SimWorld;
import dev.chokepoint.sim.Streams;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Threads and all, a blocking program repeats exactly in the simulator. */
class BlockingDeterminismTest {
    private static final Address SERVER = Address.inet("10.0.0.1", 7);
    private static final int TASKS = 4;
    private static final int ROUND_TRIPS = 250;

    @Test
    void shouldLeaveTheSameTraceTwice() {
        long first = trace(1);

        assertThat(trace(1)).isEqualTo(first);
        assertThat(trace(2)).isNotEqualTo(first);
    }

    private static long trace(long seed) {
        AtomicInteger roundTrips = new AtomicInteger();
        try (SimWorld world = new SimWorld(seed, WorldKind.START, SimCosts.FREE, new Streams.Ideal(), Observer.NONE)) {
            world.add(new HostSpec("server", List.of(Address.inet("10.0.0.1", 0)), 1, 1));
            world.add(new HostSpec("client", List.of(Address.inet("10.0.0.2", 0)), 1, 1));
            Link.Direction wire = new Link.Direction(100_000, 50_000, 100_000_000, 1 << 20);
            world.add(new Link("wire", "client", "server", wire, wire));
            world.start("server", () -> BlockingHost.program(BlockingDeterminismTest::serve));
            world.start(
                    "client",
                    () -> BlockingHost.program(host -> {
                        for (int i = 0; i < TASKS; i++) {
                            host.fork(own -> talk(own, roundTrips));
                        }
                    }));
            world.run(5_000_000_000L);
            assertThat(roundTrips).hasValue(TASKS * ROUND_TRIPS);
            return world.traceHash();
        }
    }

    private static void serve(BlockingHost host) throws IOException {
        var server = host.listen(SERVER);
        while (true) {
            BlockingConnection connection = server.accept();
            host.fork(_ -> {
                ByteBuffer bytes = ByteBuffer.allocate(64);
                while (connection.read(bytes.clear()) >= 0) {
                    connection.write(bytes.flip());
                }
                connection.close();
            });
        }
    }

    private static void talk(BlockingHost host, AtomicInteger roundTrips) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        try (var connection = host.connect(SERVER)) {
            for (int i = 0; i < ROUND_TRIPS; i++) {
                connection.write(bytes.clear());
                bytes.clear();
                while (bytes.hasRemaining()) {
                    connection.read(bytes);
                }
                roundTrips.incrementAndGet();
                host.sleep(Duration.ofNanos(host.call(lane -> lane.random().nextLong(1_000_000))));
            }
        }
    }
}

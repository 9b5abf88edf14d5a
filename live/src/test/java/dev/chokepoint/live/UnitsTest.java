package dev.chokepoint.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Work;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Link.Direction;
import dev.chokepoint.host.world.Observer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
    private static final Work WORK = new Work.Synthetic("work");
    private static final int ROUNDS = 20;

    private final Notes client = new Notes();

    /** The server answers 5 bytes with 3 of its own, so each end reads and writes 8 bytes a round. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldCountWhatEachLaneDid(boolean linked) throws InterruptedException {
        try (LiveWorld world = new LiveWorld(1, Transport.best(), Observer.NONE)) {
            world.add(new HostSpec("client", List.of(Address.inet("127.0.0.1", 0)), 1, 1));
            world.add(new HostSpec("server", List.of(Address.inet("127.0.0.1", 0)), 1, 1));
            if (linked) {
                Direction free = new Direction(1_000_000, 0, Link.UNLIMITED, 1 << 20);
                world.add(new Link("wire", "client", "server", free, free));
            }
            AtomicReference<Address> at = new AtomicReference<>();
            world.start(
                    "server",
                    () -> host ->
                            at.set(host.listen(host.addresses().getFirst(), StreamOptions.DEFAULT, _ -> (c, bytes) -> {
                                        host.spend(WORK, 100_000);
                                        c.send(Payload.of("abc"));
                                    })
                                    .local()));
            world.start("client", () -> host -> rounds(host, at.get()));
            client.untilClosed();

            LaneUnits server = world.units().getFirst();
            assertThat(server.host()).isEqualTo("server");
            assertThat(server.accepts()).isOne();
            assertThat(server.reads()).isEqualTo(ROUNDS);
            assertThat(server.writes()).isEqualTo(ROUNDS);
            assertThat(server.bytes()).isEqualTo(8 * ROUNDS);
            assertThat(server.turns()).isGreaterThanOrEqualTo(ROUNDS);
            assertThat(server.pieces()).isEqualTo(linked ? ROUNDS : 0);
            assertThat(server.burntNanos()).isGreaterThanOrEqualTo(ROUNDS * 100_000);
            assertThat(server.cpuNanos()).isGreaterThan(server.burntNanos());
            assertThat(world.units().getLast().bytes()).isEqualTo(8 * ROUNDS);
        }
    }

    private void rounds(Host host, Address at) {
        int[] left = {ROUNDS};
        host.connect(host.addresses().getFirst(), at, StreamOptions.DEFAULT, 0, new Session() {
            @Override
            public void onOpen(Connection c) {
                c.send(Payload.of("hello"));
            }

            @Override
            public void onBytes(Connection c, ByteBuffer bytes) {
                if (--left[0] > 0) {
                    c.send(Payload.of("hello"));
                } else {
                    c.close();
                }
            }

            @Override
            public void onClose(Connection c, CloseReason reason) {
                client.close();
            }
        });
    }
}

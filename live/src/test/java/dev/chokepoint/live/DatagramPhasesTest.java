package dev.chokepoint.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramHandler;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Datagrams;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Impairment;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Packets;
import dev.chokepoint.host.world.Phase;
import dev.chokepoint.host.world.ResourceUse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A datagram's message is in one phase after another, as the drawing of {@link Phase} has them. */
class DatagramPhasesTest {
    private static final Address A = Address.inet("127.73.0.1", 0);
    private static final Address B = Address.inet("127.73.0.2", 0);
    private static final long MILLI = 1_000_000;

    private final Recorder recorder = new Recorder();

    private List<String> entered() {
        return recorder.of(5).stream().map(Recorder.Entry::what).toList();
    }

    /** Sends one datagram from a to b as message 5, and lets time pass until it is there or {@code lastsNanos} are over. */
    private List<ResourceUse> send(List<Link> links, long lastsNanos) {
        try (LiveWorld world = new LiveWorld(1, Transport.best(), recorder)) {
            world.add(new HostSpec("a", List.of(A), 1, 1));
            world.add(new HostSpec("b", List.of(B), 1, 1));
            links.forEach(world::add);
            AtomicReference<Address> b = new AtomicReference<>();
            world.start("b", () -> host -> {
                DatagramHandler receiver = (_, _, _) -> {
                    host.meter().working(5);
                    host.meter().delivered(5);
                };
                b.set(host.bind(B, DatagramOptions.DEFAULT, 0, receiver).local());
            });
            world.start("a", () -> host -> {
                Datagrams socket = host.bind(A, DatagramOptions.DEFAULT, 0, (_, _, _) -> {});
                host.meter().working(5);
                socket.send(b.get(), ByteBuffer.allocate(972)); // 1000 B with its headers
            });
            long end = world.nanoTime() + lastsNanos;
            while (!entered().contains("delivered") && world.nanoTime() < end) {
                world.run(MILLI);
            }
            return world.resources();
        }
    }

    private static Link link(Packets packets) {
        Link.Direction direction = new Link.Direction(3 * MILLI, 0, 8_000_000, 1 << 20, packets);
        return new Link("link", "a", "b", direction, direction);
    }

    @Test
    void shouldPassFromHostToHost() {
        send(List.of(), 20_000 * MILLI);

        assertThat(entered()).containsExactly("CPU@a", "WINDOW@a", "INBOX@b", "CPU@b", "delivered");
    }

    @Test
    void shouldPassOverALink() {
        send(List.of(link(Packets.DEFAULT)), 20_000 * MILLI);

        assertThat(entered())
                .containsExactly(
                        "CPU@a",
                        "WINDOW@a",
                        "QUEUE@link a->b",
                        "TRANSMIT@link a->b",
                        "TRAVEL@link a->b",
                        "INBOX@b",
                        "CPU@b",
                        "delivered");
        List<Recorder.Entry> all = recorder.of(5);
        assertThat(all.get(4).atNanos() - all.get(3).atNanos()).isEqualTo(MILLI);
        assertThat(all.get(5).atNanos() - all.get(4).atNanos()).isGreaterThanOrEqualTo(3 * MILLI);
    }

    @Test
    void shouldStayInRecoveryOnceLost() {
        List<ResourceUse> uses = send(List.of(link(Packets.DEFAULT.impaired(Impairment.loss(1)))), 100 * MILLI);

        assertThat(entered()).endsWith("QUEUE@link a->b", "TRANSMIT@link a->b", "RECOVERY@link a->b");
        assertThat(uses)
                .filteredOn(use -> use.name().equals("link a->b"))
                .singleElement()
                .satisfies(use -> assertThat(List.of(use.lost(), use.refused(), use.served()))
                        .containsExactly(1L, 0L, 1_000L));
    }

    @Test
    void shouldStayInRecoveryOnceDropped() {
        Link.Direction narrow = new Link.Direction(MILLI, 0, 8_000_000, 100, new Packets(576, 0, 9, Impairment.NONE));
        List<ResourceUse> uses = send(List.of(new Link("link", "a", "b", narrow, narrow)), 50 * MILLI);

        assertThat(entered()).endsWith("QUEUE@link a->b", "RECOVERY@link a->b");
        assertThat(uses)
                .filteredOn(use -> use.name().equals("link a->b"))
                .singleElement()
                .satisfies(use -> assertThat(List.of(use.lost(), use.refused(), use.served()))
                        .containsExactly(0L, 1L, 0L));
    }
}

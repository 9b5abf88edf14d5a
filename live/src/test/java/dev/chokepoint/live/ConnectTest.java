package dev.chokepoint.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Link.Direction;
import dev.chokepoint.host.world.Observer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that don't come about. */
class ConnectTest {
    private static final Address LOCAL = Address.inet("127.0.0.1", 0);
    private static final long MILLI = 1_000_000;

    private final Notes client = new Notes();
    private final AtomicInteger accepted = new AtomicInteger();

    private List<String> afterConnecting(
            Transport transport, Direction wire, StreamOptions options, BiConsumer<Host, Connection> then)
            throws InterruptedException {
        try (LiveWorld world = new LiveWorld(1, transport, Observer.NONE)) {
            world.add(new HostSpec("server", List.of(LOCAL), 1, 1));
            world.add(new HostSpec("client", List.of(LOCAL), 1, 1));
            world.add(new Link("wire", "client", "server", wire, wire));
            AtomicReference<Address> at = new AtomicReference<>();
            world.start(
                    "server",
                    () -> host -> at.set(host.listen(LOCAL, StreamOptions.DEFAULT, _ -> {
                                accepted.incrementAndGet();
                                return new Script(new Notes());
                            })
                            .local()));
            world.start(
                    "client",
                    () -> host -> then.accept(host, host.connect(LOCAL, at.get(), options, 0, new Script(client))));
            List<String> notes = client.untilClosed();
            world.run(0);
            return notes;
        }
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldCancelWithoutThePeerEverKnowing(Transport transport) throws InterruptedException {
        Direction wire = new Direction(100 * MILLI, 0, Link.UNLIMITED, 1 << 20);

        assertThat(afterConnecting(transport, wire, StreamOptions.DEFAULT, (_, c) -> {
                    c.send(Payload.of("never sent"));
                    c.close();
                    client.add("closed");
                }))
                .containsExactly("closed", "LocalClosed");
        assertThat(accepted).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldTimeOutWhenTheAnswerTakesTooLong(Transport transport) throws InterruptedException {
        Direction wire = new Direction(3_000 * MILLI, 0, Link.UNLIMITED, 1 << 20);

        assertThat(afterConnecting(transport, wire, StreamOptions.DEFAULT.withConnectTimeout(50 * MILLI), (_, _) -> {}))
                .containsExactly("TimedOut");
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldRefuseAFamilyThatTheSourceAddressIsNotOf(Transport transport) throws InterruptedException {
        Notes other = new Notes();
        try (LiveWorld world = new LiveWorld(1, transport, Observer.NONE)) {
            world.add(new HostSpec("client", List.of(LOCAL), 1, 1));
            world.start(
                    "client",
                    () -> host ->
                            host.connect(LOCAL, Address.inet("::1", 9), StreamOptions.DEFAULT, 0, new Script(other)));

            assertThat(other.untilClosed()).containsExactly("Unreachable");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldSayThatNobodyListensOnAPath(Transport transport) throws InterruptedException {
        Notes other = new Notes();
        try (LiveWorld world = new LiveWorld(1, transport, Observer.NONE)) {
            world.add(new HostSpec("client", List.of(LOCAL), 1, 1));
            world.start(
                    "client",
                    () -> host -> host.connect(
                            LOCAL,
                            new Address.UnixPath("/tmp/chokepoint-nobody-listens-here.sock"),
                            StreamOptions.DEFAULT,
                            0,
                            new Script(other)));

            assertThat(other.untilClosed()).containsExactly("Refused");
        }
    }
}

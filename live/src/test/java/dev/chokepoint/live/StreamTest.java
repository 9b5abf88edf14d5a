package dev.chokepoint.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Server;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One connection between two hosts, over every transport. */
class StreamTest {
    private final Notes server = new Notes();
    private final Notes client = new Notes();

    private void between(Transport transport, Session serverSession, Session clientSession)
            throws InterruptedException {
        between(transport, Address.inet("127.0.0.1", 0), serverSession, clientSession);
    }

    private void between(Transport transport, Address listen, Session serverSession, Session clientSession)
            throws InterruptedException {
        try (LiveWorld world = new LiveWorld(1, transport, Observer.NONE)) {
            world.add(new HostSpec("server", List.of(Address.inet("127.0.0.1", 0)), 1, 1));
            world.add(new HostSpec("client", List.of(Address.inet("127.0.0.1", 0)), 1, 1));
            AtomicReference<Address> at = new AtomicReference<>();
            world.start(
                    "server",
                    () -> host -> at.set(host.listen(listen, StreamOptions.DEFAULT, _ -> serverSession)
                            .local()));
            world.start(
                    "client",
                    () -> host -> host.connect(
                            host.addresses().getFirst(), at.get(), StreamOptions.DEFAULT, 7, clientSession));
            client.untilClosed();
            server.untilClosed();
            world.run(0);
        }
    }

    private static void say(Connection connection, String text) {
        connection.send(Payload.of(text));
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldEchoAndEndOrderlyWhenTheClientFinishesFirst(Transport transport) throws InterruptedException {
        between(
                transport,
                new Script(server).onText(StreamTest::say),
                new Script(client).onOpen(c -> say(c, "hello ")).onText((c, _) -> c.finish()));

        assertThat(server.soFar()).containsExactly("open", "'hello ", "end", "PeerClosed");
        assertThat(client.soFar()).containsExactly("open", "'hello ", "end", "LocalClosed");
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldStillReceiveAfterFinishing(Transport transport) throws InterruptedException {
        between(
                transport,
                new Script(server).onEnd(c -> {
                    say(c, "answer");
                    c.finish();
                }),
                new Script(client).onOpen(c -> {
                    say(c, "question");
                    c.finish();
                }));

        assertThat(server.soFar()).containsExactly("open", "'question", "end", "PeerClosed");
        assertThat(client.soFar()).containsExactly("open", "'answer", "end", "LocalClosed");
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldHalfCloseOverAPath(Transport transport, @TempDir Path folder) throws InterruptedException {
        between(
                transport,
                new Address.UnixPath(folder.resolve("s").toString()),
                new Script(server).onEnd(c -> {
                    say(c, "answer");
                    c.finish();
                }),
                new Script(client).onOpen(c -> {
                    say(c, "question");
                    c.finish();
                }));

        assertThat(server.soFar()).containsExactly("open", "'question", "end", "PeerClosed");
        assertThat(client.soFar()).containsExactly("open", "'answer", "end", "LocalClosed");
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldTellThePeerOfAnAbort(Transport transport) throws InterruptedException {
        between(transport, new Script(server).onText((c, _) -> c.abort()), new Script(client).onOpen(c -> say(c, "x")));

        assertThat(server.soFar()).containsExactly("open", "'x", "LocalClosed");
        assertThat(client.soFar()).containsExactly("open", "Reset");
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldDeliverWhatWasSentBeforeCloseEvenWhenMoreKeepsArriving(Transport transport) throws InterruptedException {
        String large = "y".repeat(200_000);
        between(
                transport,
                new Script(server).onText((c, _) -> {
                    say(c, large);
                    c.close();
                }),
                new Script(client).onOpen(c -> say(c, "a")).onText((c, _) -> say(c, "b")));

        assertThat(server.soFar()).containsExactly("open", "'a", "LocalClosed");
        assertThat(client.soFar()).isEqualTo(List.of("open", "'" + large, "end", "PeerClosed"));
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldRefuseWhereNobodyListens(Transport transport) throws InterruptedException {
        try (LiveWorld world = new LiveWorld(1, transport, Observer.NONE)) {
            world.add(new HostSpec("client", List.of(Address.inet("127.0.0.1", 0)), 1, 1));
            world.start("client", () -> host -> {
                Server closed =
                        host.listen(host.addresses().getFirst(), StreamOptions.DEFAULT, _ -> new Script(server));
                closed.close();
                host.after(
                        50_000_000,
                        () -> host.connect(
                                host.addresses().getFirst(),
                                closed.local(),
                                StreamOptions.DEFAULT,
                                7,
                                new Script(client)));
            });

            assertThat(client.untilClosed()).containsExactly("Refused");
        }
    }
}

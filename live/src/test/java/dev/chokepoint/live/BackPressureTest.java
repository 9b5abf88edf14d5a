package dev.chokepoint.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A receiver that is slow, or doesn't read at all. */
class BackPressureTest {
    private static final Address LOCAL = Address.inet("127.0.0.1", 0);
    private static final StreamOptions SMALL =
            StreamOptions.DEFAULT.withSendMarks(16_000, 64_000).withWindow(8_000);
    private static final int MEGABYTES = 4;

    private final Notes client = new Notes();
    private final AtomicLong receivedBytes = new AtomicLong();
    private final AtomicLong unsentMax = new AtomicLong();

    private void between(Transport transport, Session atServer, Session atClient) throws InterruptedException {
        between(transport, atServer, atClient, client);
    }

    private void between(Transport transport, Session atServer, Session atClient, Notes last)
            throws InterruptedException {
        try (LiveWorld world = new LiveWorld(1, transport, Observer.NONE)) {
            world.add(new HostSpec("server", List.of(LOCAL), 1, 1));
            world.add(new HostSpec("client", List.of(LOCAL), 1, 1));
            AtomicReference<Address> at = new AtomicReference<>();
            world.start(
                    "server",
                    () -> host -> at.set(host.listen(LOCAL, SMALL, c -> {
                                host.after(500_000_000, c::resume);
                                return atServer;
                            })
                            .local()));
            world.start("client", () -> host -> host.connect(LOCAL, at.get(), SMALL, 0, atClient));
            client.untilClosed();
            last.untilClosed();
            world.run(0);
        }
    }

    /** Sends all it may, waits for onWritable, and so on. */
    private void fill(Connection connection, AtomicLong left, Payload payload) {
        while (left.get() > 0) {
            left.addAndGet(-payload.length());
            boolean more = connection.send(payload);
            unsentMax.accumulateAndGet(connection.unsentBytes(), Math::max);
            if (!more) {
                return;
            }
        }
        connection.finish();
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldHoldBackAnObedientSenderAndLoseNothing(Transport transport) throws InterruptedException {
        Payload payload = Payload.of("p".repeat(1_000));
        AtomicLong left = new AtomicLong(MEGABYTES * 1_000_000L);
        Session counting = new Session() {
            private int reads;

            @Override
            public void onBytes(Connection connection, ByteBuffer bytes) {
                receivedBytes.addAndGet(bytes.remaining());
                if (++reads % 16 == 0) {
                    connection.pause();
                    connection.pause();
                    connection.resume();
                }
            }
        };

        between(
                transport,
                counting,
                new Script(client).onOpen(c -> fill(c, left, payload)).onWritable(c -> {
                    assertThat(c.unsentBytes()).isLessThanOrEqualTo(SMALL.highMarkBytes() / 2);
                    fill(c, left, payload);
                }));

        assertThat(client.soFar()).startsWith("open", "writable").endsWith("end", "LocalClosed");
        assertThat(receivedBytes).hasValue(MEGABYTES * 1_000_000L);
        assertThat(unsentMax.get()).isLessThanOrEqualTo(SMALL.highMarkBytes() + payload.length());
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldAbortASenderThatIgnoresTheLimit(Transport transport) throws InterruptedException {
        AtomicReference<CloseReason> reason = new AtomicReference<>();
        Payload payload = Payload.of("p".repeat(10_000));
        Session stubborn = new Session() {
            @Override
            public void onOpen(Connection connection) {
                for (int i = 0; i < 10_000 && connection.unsentBytes() <= SMALL.sendLimitBytes(); i++) {
                    connection.send(payload);
                    unsentMax.accumulateAndGet(connection.unsentBytes(), Math::max);
                }
            }

            @Override
            public void onBytes(Connection connection, ByteBuffer bytes) {}

            @Override
            public void onClose(Connection connection, CloseReason why) {
                reason.set(why);
                client.close();
            }
        };

        Notes server = new Notes();
        between(transport, new Script(server).onOpen(Connection::pause), stubborn, server);

        assertThat(server.soFar()).containsExactly("open", "Reset");
        assertThat(reason.get()).isEqualTo(new CloseReason.SendLimit(70_000, SMALL.sendLimitBytes()));
        assertThat(unsentMax.get()).isLessThanOrEqualTo(SMALL.sendLimitBytes());
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldResetAStreamThatIsFullAllTheWay(Transport transport) throws InterruptedException {
        Notes server = new Notes();
        try (LiveWorld world = new LiveWorld(1, transport, Observer.NONE)) {
            world.add(new HostSpec("server", List.of(LOCAL), 1, 1));
            world.add(new HostSpec("client", List.of(LOCAL), 1, 1));
            AtomicReference<Address> at = new AtomicReference<>();
            world.start(
                    "server",
                    () -> host -> at.set(host.listen(LOCAL, SMALL, c -> {
                                c.pause();
                                host.after(1_500_000_000, c::resume);
                                return new Script(server);
                            })
                            .local()));
            world.start(
                    "client", () -> host -> stuff(host, host.connect(LOCAL, at.get(), SMALL, 0, new Script(client))));

            assertThat(client.untilClosed()).containsExactly("open", "SendLimit");
            assertThat(server.untilClosed()).first().isEqualTo("open");
            assertThat(server.soFar()).last().isEqualTo("Reset");
            world.run(0);
        }
    }

    private static void stuff(Host host, Connection connection) {
        if (connection.send(Payload.of("s".repeat(10_000))) || connection.unsentBytes() > 0) {
            host.after(2_000_000, () -> stuff(host, connection));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldDeliverNothingWhilePausedAndTheRestInOrderAfterwards(Transport transport) throws InterruptedException {
        Notes server = new Notes();
        AtomicReference<Connection> paused = new AtomicReference<>();
        String text = "0123456789".repeat(3_000);
        try (LiveWorld world = new LiveWorld(1, transport, Observer.NONE)) {
            world.add(new HostSpec("server", List.of(LOCAL), 1, 1));
            world.add(new HostSpec("client", List.of(LOCAL), 1, 1));
            AtomicReference<Address> at = new AtomicReference<>();
            world.start(
                    "server",
                    () -> host -> at.set(host.listen(LOCAL, StreamOptions.DEFAULT, c -> {
                                paused.set(c);
                                c.pause();
                                host.after(200_000_000, () -> {
                                    server.add("resumed");
                                    c.resume();
                                });
                                return new Script(server);
                            })
                            .local()));
            world.start(
                    "client",
                    () -> host ->
                            host.connect(LOCAL, at.get(), StreamOptions.DEFAULT, 0, new Script(client).onOpen(c -> {
                                        c.send(Payload.of(text));
                                        c.finish();
                                    })));
            server.untilClosed();
            world.run(0);
        }

        assertThat(server.soFar()).isEqualTo(List.of("open", "resumed", "'" + text, "end", "PeerClosed"));
    }
}

package dev.chokepoint.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Link.Direction;
import dev.chokepoint.host.world.ResourceUse;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links may be late on a busy machine, never early: the tests bound times from below. */
class LinkTest {
    private static final long MILLI = 1_000_000;

    private final Notes server = new Notes();
    private final Notes client = new Notes();
    private final Recorder recorder = new Recorder();
    private List<ResourceUse> resources = List.of();

    private void across(Direction up, Direction down, StreamOptions options, Session atServer, Session atClient)
            throws InterruptedException {
        across(Transport.best(), up, down, options, atServer, atClient);
    }

    private void across(
            Transport transport,
            Direction up,
            Direction down,
            StreamOptions options,
            Session atServer,
            Session atClient)
            throws InterruptedException {
        try (LiveWorld world = new LiveWorld(1, transport, recorder)) {
            world.add(new HostSpec("client", List.of(Address.inet("127.0.0.1", 0)), 1, 1));
            world.add(new HostSpec("server", List.of(Address.inet("127.0.0.1", 0)), 1, 1));
            world.add(new Link("wire", "client", "server", up, down));
            AtomicReference<Address> at = new AtomicReference<>();
            world.start(
                    "server",
                    () -> host -> at.set(host.listen(host.addresses().getFirst(), options, c -> {
                                marked(c, host.meter()::working);
                                return atServer;
                            })
                            .local()));
            world.start("client", () -> host -> {
                meter = host.meter()::working;
                host.connect(host.addresses().getFirst(), at.get(), options, 7, atClient);
            });
            client.untilClosed();
            server.untilClosed();
            resources = world.resources();
            lateness = world.linkLatenessNanos(0.5);
            world.run(0);
        }
    }

    private LongConsumer meter = _ -> {};
    private LongConsumer serverMeter = _ -> {};
    private long lateness;

    private void marked(Connection ignored, LongConsumer working) {
        serverMeter = working;
    }

    private ResourceUse resource(String name) {
        return resources.stream()
                .filter(use -> use.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + resources));
    }

    private static void say(Connection connection, String text) {
        connection.send(Payload.of(text));
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldTakeARoundTripToOpenAndAnotherToAnswer(Transport transport) throws InterruptedException {
        Direction up = new Direction(30 * MILLI, 0, Link.UNLIMITED, 1 << 20);
        Direction down = new Direction(20 * MILLI, 0, Link.UNLIMITED, 1 << 20);
        long begun = System.nanoTime();
        AtomicLong opened = new AtomicLong();
        AtomicLong answered = new AtomicLong();

        across(
                transport,
                up,
                down,
                StreamOptions.DEFAULT,
                new Script(server).onText(LinkTest::say),
                new Script(client)
                        .onOpen(c -> {
                            opened.set(System.nanoTime());
                            say(c, "hello");
                        })
                        .onText((c, _) -> {
                            answered.set(System.nanoTime());
                            c.close();
                        }));

        assertThat(opened.get() - begun).isGreaterThanOrEqualTo(50 * MILLI);
        assertThat(answered.get() - opened.get()).isGreaterThanOrEqualTo(50 * MILLI);
        assertThat(server.soFar()).containsExactly("open", "'hello", "end", "PeerClosed");
        assertThat(client.soFar()).containsExactly("open", "'hello", "LocalClosed");
        assertThat(resource("wire client->server").served()).isEqualTo(5);
    }

    @Test
    void shouldCarryNoFasterThanItsBandwidth() throws InterruptedException {
        Direction up = new Direction(0, 0, 8_000_000, 4_000); // 1 byte a microsecond
        Direction down = new Direction(0, 0, Link.UNLIMITED, 1 << 20);
        AtomicLong begun = new AtomicLong();
        AtomicLong ended = new AtomicLong();

        across(
                up,
                down,
                StreamOptions.DEFAULT,
                new Script(server).onEnd(c -> {
                    ended.set(System.nanoTime());
                    c.close();
                }),
                new Script(client).onOpen(c -> {
                    begun.set(System.nanoTime());
                    say(c, "z".repeat(50_000));
                    c.finish();
                }));

        assertThat(ended.get() - begun.get()).isGreaterThanOrEqualTo(50 * MILLI);
        ResourceUse wire = resource("wire client->server");
        assertThat(wire.served()).isEqualTo(50_000);
        assertThat(wire.usedNanos()).isEqualTo(50e6);
        assertThat(wire.waitingMax()).isBetween(1L, 4_000L);
        assertThat(wire.refused()).isPositive();
    }

    @Test
    void shouldKeepTheOrderOfAStreamWhateverTheJitter() throws InterruptedException {
        Direction jittery = new Direction(MILLI, 5 * MILLI, Link.UNLIMITED, 1 << 20);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            all.append(i).append(' ');
        }

        across(jittery, jittery, StreamOptions.DEFAULT, new Script(server), new Script(client).onOpen(c -> {
                    say(c, all.toString());
                    c.close();
                }));

        assertThat(server.soFar()).isEqualTo(List.of("open", "'" + all, "end", "PeerClosed"));
    }

    @Test
    void shouldHaveNoMoreOnTheWayThanTheWindow() throws InterruptedException {
        Direction slow = new Direction(10 * MILLI, 0, Link.UNLIMITED, 1 << 20);
        AtomicLong begun = new AtomicLong();
        AtomicLong ended = new AtomicLong();

        across(
                slow,
                slow,
                StreamOptions.DEFAULT.withWindow(10_000),
                new Script(server).onEnd(c -> {
                    ended.set(System.nanoTime());
                    c.close();
                }),
                new Script(client).onOpen(c -> {
                    begun.set(System.nanoTime());
                    say(c, "w".repeat(50_000)); // five windows: four round trips and one way
                    c.finish();
                }));

        assertThat(ended.get() - begun.get()).isGreaterThanOrEqualTo(90 * MILLI);
        ResourceUse window = resource("client->server window");
        assertThat(window.served()).isEqualTo(50_000);
        assertThat(window.usedNanos()).isGreaterThanOrEqualTo(50_000 * 20.0 * MILLI);
        assertThat(window.waitingNanos()).isPositive();
    }

    @Test
    void shouldSendAResetTheSameWay() throws InterruptedException {
        Direction wire = new Direction(15 * MILLI, 0, Link.UNLIMITED, 1 << 20);

        across(
                wire,
                wire,
                StreamOptions.DEFAULT,
                new Script(server).onText((c, _) -> c.abort()),
                new Script(client).onOpen(c -> say(c, "x")));

        assertThat(server.soFar()).containsExactly("open", "'x", "LocalClosed");
        assertThat(client.soFar()).containsExactly("open", "Reset");
    }

    @Test
    void shouldTellEveryPhaseOfAMessage() throws InterruptedException {
        Direction wire = new Direction(5 * MILLI, 0, 8_000_000, 1 << 20);

        across(
                wire,
                wire,
                StreamOptions.DEFAULT,
                new Script(server).onText((c, text) -> {
                    serverMeter.accept(9);
                    say(c, text);
                }),
                new Script(client)
                        .onOpen(c -> {
                            meter.accept(9);
                            say(c, "m".repeat(1000));
                        })
                        .onText((c, _) -> {
                            meter.accept(9);
                            c.close();
                        }));

        assertThat(recorder.of(9))
                .extracting(Recorder.Entry::what)
                .containsExactly(
                        "CPU@client",
                        "WINDOW@client",
                        "QUEUE@wire client->server",
                        "TRANSMIT@wire client->server",
                        "TRAVEL@wire client->server",
                        "INBOX@server",
                        "CPU@server",
                        "WINDOW@server",
                        "QUEUE@wire server->client",
                        "TRANSMIT@wire server->client",
                        "TRAVEL@wire server->client",
                        "INBOX@client",
                        "CPU@client",
                        "HELD@client");
        assertThat(lateness).isPositive();
    }
}

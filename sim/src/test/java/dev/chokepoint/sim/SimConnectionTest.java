package dev.chokepoint.sim;

import static dev.chokepoint.sim.Worlds.CLIENT_HOST;
import static dev.chokepoint.sim.Worlds.MS;
import static dev.chokepoint.sim.Worlds.SERVER;
import static dev.chokepoint.sim.Worlds.latency;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Work;
import dev.chokepoint.host.world.Link;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SimConnectionTest {
    private static final StreamOptions DEFAULT = StreamOptions.DEFAULT;
    private static final Link.Direction SLOW = latency(10 * MS);

    private Recorder client;
    private Recorder server;
    private Connection accepted;
    private Connection connection;

    /** Starts a server and one client, both recorded, and lets 20 s pass. */
    private void run(
            SimWorld world,
            StreamOptions options,
            Function<Host, Recorder> servers,
            Function<Host, Recorder> clients,
            BiConsumer<Host, Connection> first) {
        world.start(
                "server",
                () -> host -> host.listen(SERVER, options, c -> {
                    accepted = c;
                    server = servers.apply(host);
                    return server;
                }));
        world.start("clients", () -> host -> {
            client = clients.apply(host);
            connection = host.connect(CLIENT_HOST, SERVER, options, 5, client);
            first.accept(host, connection);
        });
        world.run(20_000 * MS);
    }

    private static class Echo extends Recorder {
        Echo(Host host) {
            super(host);
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            connection.send(bytes);
        }
    }

    private static class Paused extends Recorder {
        private final long resumeAfterNanos;

        Paused(Host host, long resumeAfterNanos) {
            super(host);
            this.resumeAfterNanos = resumeAfterNanos;
        }

        @Override
        public void onOpen(Connection connection) {
            super.onOpen(connection);
            connection.pause();
            host.after(resumeAfterNanos, connection::resume);
        }
    }

    private static class HalfClosed extends Recorder {
        HalfClosed(Host host) {
            super(host);
        }

        @Override
        public void onEnd(Connection connection) {
            log.add(host.nanoTime() + " end");
            connection.send(Payload.of("answer"));
            connection.finish();
        }
    }

    @Test
    void shouldEchoAtOnceWithoutALink() {
        run(Worlds.direct(), DEFAULT, Echo::new, Recorder::new, (_, c) -> c.send(Payload.of("hello")));

        assertThat(client.text()).isEqualTo("hello");
        assertThat(client.log).containsExactly("0 open");
        assertThat(connection.tag()).isEqualTo(5);
        assertThat(accepted.tag()).isZero();
        assertThat(accepted.remote()).isEqualTo(connection.local());
        assertThat(accepted.local()).isEqualTo(SERVER);
    }

    @Test
    void shouldOpenAfterARoundTripAndKeepWhatIsSentBefore() {
        run(Worlds.linked(SLOW, SLOW), DEFAULT, Recorder::new, Recorder::new, (_, c) -> {
            c.send(Payload.of("hello"));
            c.finish();
        });

        assertThat(server.log).containsExactly("10000000 open", "30000000 end", "30000000 close PeerClosed");
        assertThat(server.text()).isEqualTo("hello");
        assertThat(client.log).containsExactly("20000000 open", "40000000 end", "40000000 close LocalClosed");
    }

    @Test
    void shouldGoOnReceivingAfterFinish() {
        run(Worlds.linked(SLOW, SLOW), DEFAULT, HalfClosed::new, Recorder::new, (_, c) -> {
            c.finish();
            c.send(Payload.of("too late"));
        });

        assertThat(server.text()).isEmpty();
        assertThat(client.text()).isEqualTo("answer");
        assertThat(client.log).containsExactly("20000000 open", "40000000 end", "40000000 close LocalClosed");
        assertThat(server.log).containsExactly("10000000 open", "30000000 end", "30000000 close PeerClosed");
    }

    @Test
    void shouldSendWhatIsPendingBeforeAClose() {
        run(
                Worlds.linked(SLOW, SLOW),
                DEFAULT,
                Recorder::new,
                Recorder::new,
                (host, c) -> host.after(50 * MS, () -> {
                    c.send(Payload.of("bye"));
                    c.close();
                }));

        assertThat(client.log).containsExactly("20000000 open", "50000000 close LocalClosed");
        assertThat(server.text()).isEqualTo("bye");
        assertThat(server.log).containsExactly("10000000 open", "60000000 end", "60000000 close PeerClosed");
    }

    @Test
    void shouldDropWhatIsPendingAtAnAbort() {
        run(
                Worlds.linked(SLOW, SLOW),
                DEFAULT,
                Recorder::new,
                Recorder::new,
                (host, c) -> host.after(50 * MS, () -> {
                    c.send(Payload.of("never"));
                    c.abort();
                    c.abort();
                    c.close();
                }));

        assertThat(client.log).containsExactly("20000000 open", "50000000 close LocalClosed");
        assertThat(server.text()).isEmpty();
        assertThat(server.log).containsExactly("10000000 open", "60000000 close Reset");
    }

    @Test
    void shouldDeliverWhatArrivedBeforeAReset() {
        run(
                Worlds.linked(SLOW, SLOW),
                DEFAULT,
                Recorder::new,
                Recorder::new,
                (host, c) -> host.after(50 * MS, () -> {
                    c.send(Payload.of("sent"));
                    host.spend(new Work.Synthetic("think"), MS);
                    c.send(Payload.of("dropped"));
                    c.abort();
                }));

        assertThat(server.text()).isEqualTo("sent");
        assertThat(server.log).containsExactly("10000000 open", "61000000 close Reset");
        assertThat(client.log).containsExactly("20000000 open", "51000000 close LocalClosed");
    }

    @Test
    void shouldRefuseWhereNobodyListens() {
        SimWorld world = Worlds.linked(SLOW, SLOW);
        world.start("clients", () -> host -> {
            client = new Recorder(host);
            host.connect(CLIENT_HOST, SERVER, DEFAULT, 0, client);
            host.connect(CLIENT_HOST, new Address.UnixPath("/nobody"), DEFAULT, 0, client);
            host.connect(CLIENT_HOST, Address.inet("10.9.9.9", 7), DEFAULT, 0, client);
            host.connect(CLIENT_HOST, Address.inet("::1", 7), DEFAULT, 0, client);
        });
        world.run(1_000 * MS);

        assertThat(client.log)
                .containsExactly(
                        "0 close Unreachable", "0 close Unreachable", "0 close Refused", "20000000 close Refused");
    }

    @Test
    void shouldCancelAConnectBeforeItIsOpen() {
        run(
                Worlds.linked(SLOW, SLOW),
                DEFAULT,
                Recorder::new,
                Recorder::new,
                (host, c) -> host.after(15 * MS, () -> {
                    c.send(Payload.of("never"));
                    c.close();
                }));

        assertThat(client.log).containsExactly("15000000 close LocalClosed");
        assertThat(server.text()).isEmpty();
        assertThat(server.log).containsExactly("10000000 open", "25000000 close Reset");
    }

    @Test
    void shouldNeverShowThePeerAConnectCancelledEarly() {
        run(
                Worlds.linked(SLOW, SLOW),
                DEFAULT,
                Recorder::new,
                Recorder::new,
                (host, c) -> host.after(5 * MS, c::abort));

        assertThat(client.log).containsExactly("5000000 close LocalClosed");
        assertThat(server).isNull();
    }

    @Test
    void shouldTellAboutBackPressureAndItsEnd() {
        Link.Direction narrow = new Link.Direction(0, 0, 8_000_000, 1_000);
        List<Boolean> answers = new ArrayList<>();
        StreamOptions options = DEFAULT.withSendMarks(5_000, 20_000);
        run(Worlds.linked(narrow, narrow), options, Recorder::new, Recorder::new, (_, c) -> {
            answers.add(c.send(Payload.of("x".repeat(5_000))));
            answers.add(c.send(Payload.of("y")));
        });

        assertThat(answers).containsExactly(true, false);
        // 1 byte a microsecond. Half of the mark is reached once 3 pieces of 1,000 are transmitted or queued: at 1 ms.
        assertThat(client.log).containsExactly("0 open", "1000000 writable");
        assertThat(server.received.size()).isEqualTo(5_001);
    }

    @Test
    void shouldAbortPastTheSendLimit() {
        StreamOptions options = DEFAULT.withSendMarks(5_000, 20_000).withWindow(10);
        List<Boolean> answers = new ArrayList<>();
        run(Worlds.direct(), options, host -> new Paused(host, 30_000 * MS), Recorder::new, (_, c) -> {
            answers.add(c.send(Payload.of("x".repeat(20_000))));
            answers.add(c.send(Payload.of("y")));
            assertThat(c.unsentBytes()).isZero();
        });

        assertThat(answers).containsExactly(false, false);
        assertThat(client.log).containsExactly("0 close SendLimit");
        assertThat(server).isNull();
    }

    @Test
    void shouldCloseTheWindowToAPausedReader() {
        StreamOptions options = DEFAULT.withWindow(10_000);
        SimWorld world = Worlds.linked(SLOW, SLOW);
        run(world, options, host -> new Paused(host, 100 * MS), Recorder::new, (host, c) -> {
            c.send(Payload.of("z".repeat(30_000)));
            host.after(90 * MS, () -> client.log.add(host.nanoTime() + " unsent " + c.unsentBytes()));
        });

        // Resumed at 110 ms, the server reads 10,000 bytes; the client hears of it at 120 ms and sends the next.
        assertThat(client.log).containsExactly("20000000 open", "90000000 unsent 20000");
        assertThat(server.received.size()).isEqualTo(30_000);
        assertThat(Worlds.resource(world, "clients->server window").usedNanos())
                .isEqualTo(10_000.0 * (120 - 20) * MS + 2 * 10_000.0 * 20 * MS);
    }

    @Test
    void shouldHoldTheEndWhilePausedButNotAReset() {
        run(Worlds.direct(), DEFAULT, host -> new Paused(host, 100 * MS), Recorder::new, (_, c) -> {
            c.send(Payload.of("hello"));
            c.finish();
        });
        assertThat(server.log).containsExactly("0 open", "100000000 end", "100000000 close PeerClosed");
        assertThat(server.text()).isEqualTo("hello");

        run(Worlds.direct(), DEFAULT, host -> new Paused(host, 100 * MS), Recorder::new, (host, c) -> {
            c.send(Payload.of("lost"));
            host.after(50 * MS, c::abort);
        });
        assertThat(server.log).containsExactly("0 open", "50000000 close Reset");
        assertThat(server.text()).isEmpty();
    }

    @Test
    void shouldGiveUpOnAServerWhoseAcceptQueueStaysFull() {
        SimWorld world = Worlds.direct();
        world.start("server", () -> host -> {
            host.listen(SERVER, DEFAULT.withBacklog(1), _ -> new Recorder(host));
            host.spend(new Work.Synthetic("asleep"), 60_000 * MS);
        });
        world.start("clients", () -> host -> {
            client = new Recorder(host);
            for (int i = 0; i < 2; i++) {
                host.connect(CLIENT_HOST, SERVER, DEFAULT, 0, client);
            }
        });
        world.run(30_000 * MS);

        assertThat(client.log).containsExactly("0 open", "10000000000 close TimedOut");
        // Refused at 0, 1, 3 and 7 s.
        assertThat(Worlds.resource(world, "server accept queue").refused()).isEqualTo(4);
        assertThat(Worlds.resource(world, "server accept queue").waitingNanos()).isEqualTo(30_000.0 * MS);
    }

    @Test
    void shouldReachAFullAcceptQueueOnARetry() {
        SimWorld world = Worlds.direct();
        world.start("server", () -> host -> {
            host.listen(SERVER, DEFAULT.withBacklog(1), _ -> new Recorder(host));
            host.spend(new Work.Synthetic("asleep"), 2_000 * MS);
        });
        world.start("clients", () -> host -> {
            client = new Recorder(host);
            for (int i = 0; i < 2; i++) {
                host.connect(CLIENT_HOST, SERVER, DEFAULT, 0, client);
            }
        });
        world.run(30_000 * MS);

        assertThat(client.log).containsExactly("0 open", "3000000000 open");
    }

    @Test
    void shouldResetAPeerThatGoesOnSendingLongAfterAClose() {
        run(
                Worlds.direct(),
                DEFAULT,
                host -> new Recorder(host) {
                    @Override
                    public void onEnd(Connection c) {
                        log.add(host.nanoTime() + " end");
                        host.after(1_000 * MS, () -> c.send(Payload.of("discarded")));
                        host.after(3_000 * MS, () -> c.send(Payload.of("too late")));
                    }
                },
                Recorder::new,
                (host, c) -> host.after(MS, c::close));

        assertThat(client.log).containsExactly("0 open", "1000000 close LocalClosed");
        assertThat(server.log).containsExactly("0 open", "1000000 end", "3001000000 close Reset");
    }

    @Test
    void shouldKeepOrderWhenReadsAreSplit() {
        List<Integer> sizes = new ArrayList<>();
        run(
                Worlds.direct(),
                DEFAULT,
                host -> new Recorder(host) {
                    @Override
                    public void onBytes(Connection c, ByteBuffer bytes) {
                        sizes.add(bytes.remaining());
                        super.onBytes(c, bytes);
                    }
                },
                Recorder::new,
                (host, c) -> {
                    for (int i = 0; i < 100; i++) {
                        int number = i;
                        host.after(i * MS, () -> c.send(Payload.of("[" + number + "]")));
                    }
                });

        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            all.append('[').append(i).append(']');
        }
        assertThat(server.text()).isEqualTo(all.toString());
        assertThat(sizes).contains(1).hasSizeGreaterThan(100);
    }

    @Test
    void shouldDropWhatTheProgramLeavesUnread() {
        run(
                Worlds.direct(),
                DEFAULT.withWindow(4),
                host -> new Recorder(host) {
                    @Override
                    public void onBytes(Connection c, ByteBuffer bytes) {
                        received.write(bytes.get());
                    }
                },
                Recorder::new,
                (_, c) -> {
                    c.send(Payload.of("abcdefghij"));
                    c.finish();
                });

        assertThat(server.text()).startsWith("a").hasSizeLessThan(10);
        assertThat(server.log).containsExactly("0 open", "0 end", "0 close PeerClosed");
    }

    @Test
    void shouldCarryUnixDomainStreamsAlsoToTheSameHost() {
        Address.UnixPath path = new Address.UnixPath("/tmp/ask.sock");
        SimWorld world = Worlds.direct();
        world.start("server", () -> host -> {
            host.listen(path, DEFAULT, _ -> new Echo(host));
            client = new Recorder(host);
            Connection c = host.connect(host.addresses().getFirst(), path, DEFAULT, 0, client);
            c.send(ByteBuffer.wrap(new byte[] {'h', 'i'}));
            c.finish();
        });
        world.run(MS);

        assertThat(client.text()).isEqualTo("hi");
        assertThat(client.log).containsExactly("0 open", "0 end", "0 close LocalClosed");
    }

    @Test
    void shouldReuseTheBufferOfASendAtOnce() {
        run(Worlds.linked(SLOW, SLOW), DEFAULT, Recorder::new, Recorder::new, (_, c) -> {
            byte[] bytes = {'a', 'b'};
            c.send(ByteBuffer.wrap(bytes));
            bytes[0] = 'x';
        });

        assertThat(server.text()).isEqualTo("ab");
    }
}

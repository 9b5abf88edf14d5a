package dev.chokepoint.sim;

import static dev.chokepoint.sim.Worlds.CLIENT_HOST;
import static dev.chokepoint.sim.Worlds.MS;
import static dev.chokepoint.sim.Worlds.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Work;
import dev.chokepoint.host.world.Link;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much a stream holds, and who waits for whom. */
class FlowTest extends StreamTest {
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
    void shouldReuseTheBufferOfASendAtOnce() {
        run(Worlds.linked(SLOW, SLOW), DEFAULT, Recorder::new, Recorder::new, (_, c) -> {
            byte[] bytes = {'a', 'b'};
            c.send(ByteBuffer.wrap(bytes));
            bytes[0] = 'x';
        });

        assertThat(server.text()).isEqualTo("ab");
    }
}

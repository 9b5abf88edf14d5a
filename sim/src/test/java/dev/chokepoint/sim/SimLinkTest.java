package dev.chokepoint.sim;

import static dev.chokepoint.sim.Worlds.CLIENT_HOST;
import static dev.chokepoint.sim.Worlds.MS;
import static dev.chokepoint.sim.Worlds.SERVER;
import static dev.chokepoint.sim.Worlds.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.ResourceUse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SimLinkTest {
    /** 1 byte a microsecond. */
    private static final long BYTE_PER_MICROSECOND = 8_000_000;

    private static final Link.Direction BACK = Worlds.latency(0);

    private final List<String> arrivals = new ArrayList<>();

    /** Notes when the bytes of each stream arrive, by the first letter of the stream. */
    private SimWorld run(Link.Direction up, long nanos, Consumer<List<Connection>> first) {
        SimWorld world = Worlds.linked(up, BACK);
        world.start("server", () -> host -> host.listen(SERVER, StreamOptions.DEFAULT, _ -> new Arrivals(host)));
        world.start("clients", () -> host -> {
            List<Connection> connections = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                connections.add(host.connect(CLIENT_HOST, SERVER, StreamOptions.DEFAULT, i, new Recorder(host)));
            }
            host.after(MS, () -> first.accept(connections));
        });
        world.run(nanos);
        return world;
    }

    private final class Arrivals extends Recorder {
        Arrivals(Host host) {
            super(host);
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            char letter = (char) bytes.get(bytes.position());
            int count = bytes.remaining();
            String last = arrivals.isEmpty() ? "" : arrivals.getLast();
            String now = host.nanoTime() / 1_000 + " " + letter;
            if (last.startsWith(now + " ")) { // one read, in two pieces
                count += Integer.parseInt(last.substring(now.length() + 1));
                arrivals.removeLast();
            }
            arrivals.add(now + " " + count);
        }
    }

    private static Payload letters(String letter, int count) {
        return Payload.of(letter.repeat(count));
    }

    @Test
    void shouldTransmitPiecesOfAllStreamsInTheOrderTheyCame() {
        Link.Direction up = new Link.Direction(5 * MS, 0, BYTE_PER_MICROSECOND, 100_000);
        SimWorld world = run(up, 100 * MS, c -> {
            c.get(0).send(letters("a", 2_000));
            c.get(1).send(letters("b", 500));
            c.get(2).send(letters("c", 1_448));
        });

        // Each connection's opening took 5 ms, so the first byte leaves then.
        assertThat(arrivals).containsExactly("11448 a 1448", "12000 a 552", "12500 b 500", "13948 c 1448");
        ResourceUse use = resource(world, "access clients->server");
        assertThat(use.usedNanos()).isEqualTo(3_948.0 * 1_000);
        assertThat(use.served()).isEqualTo(3_948);
        assertThat(use.waitingMax()).isEqualTo(552 + 500 + 1_448);
        assertThat(use.waitingNanos()).isEqualTo((552 * 1_448.0 + 500 * 2_000.0 + 1_448 * 2_500.0) * 1_000);
        assertThat(use.refused()).isZero();
    }

    @Test
    void shouldReadIntegralsExactlyInTheMiddleOfATransmission() {
        Link.Direction up = new Link.Direction(0, 0, BYTE_PER_MICROSECOND, 100_000);
        SimWorld world = run(up, MS + 400_000, c -> c.getFirst().send(letters("a", 1_000)));

        assertThat(resource(world, "access clients->server").usedNanos()).isEqualTo(400_000.0);
        assertThat(resource(world, "clients->server window").usedNanos()).isEqualTo(1_000 * 400_000.0);
    }

    @Test
    void shouldKeepBackWhatTheQueueCannotHoldAndServeItInTurn() {
        Link.Direction up = new Link.Direction(0, 0, BYTE_PER_MICROSECOND, 1_000);
        List<Long> unsent = new ArrayList<>();
        SimWorld world = Worlds.linked(up, BACK);
        world.start("server", () -> host -> host.listen(SERVER, StreamOptions.DEFAULT, _ -> new Arrivals(host)));
        world.start("clients", () -> host -> {
            Connection a = host.connect(CLIENT_HOST, SERVER, StreamOptions.DEFAULT, 0, new Recorder(host));
            Connection b = host.connect(CLIENT_HOST, SERVER, StreamOptions.DEFAULT, 1, new Recorder(host));
            host.after(MS, () -> {
                a.send(letters("a", 3_000));
                b.send(letters("b", 1_000));
            });
            host.after(MS + 1, () -> {
                unsent.add(a.unsentBytes());
                unsent.add(b.unsentBytes());
                a.send(letters("x", 1_000));
            });
        });
        world.run(100 * MS);

        // 1,000 on the wire, 1,000 in the queue; what a sends later comes after b.
        assertThat(unsent).containsExactly(1_000L, 1_000L);
        assertThat(arrivals).containsExactly("2000 a 1000", "3000 a 1000", "4000 a 1000", "5000 b 1000", "6000 x 1000");
        assertThat(resource(world, "access clients->server").refused()).isEqualTo(2);
        assertThat(resource(world, "access clients->server").waitingMax()).isEqualTo(1_000);
    }

    @Test
    void shouldKeepEachStreamInOrderUnderJitter() {
        Link.Direction up = new Link.Direction(MS, 20 * MS, BYTE_PER_MICROSECOND * 100, 1 << 20);
        List<Recorder> receivers = new ArrayList<>();
        SimWorld world = Worlds.linked(up, BACK);
        world.start(
                "server",
                () -> host -> host.listen(SERVER, StreamOptions.DEFAULT, _ -> {
                    receivers.add(new Recorder(host));
                    return receivers.getLast();
                }));
        StringBuilder sent = new StringBuilder();
        world.start("clients", () -> host -> {
            Connection c = host.connect(CLIENT_HOST, SERVER, StreamOptions.DEFAULT, 0, new Recorder(host));
            for (int i = 0; i < 200; i++) {
                String word = "<" + i + ">";
                sent.append(word);
                host.after(i * MS, () -> c.send(Payload.of(word)));
            }
            host.after(200 * MS, c::close);
        });
        world.run(1_000 * MS);

        assertThat(receivers.getFirst().text()).isEqualTo(sent.toString());
        assertThat(receivers.getFirst().log.getLast()).endsWith("close PeerClosed");
    }

    @Test
    void shouldSayWhatIsWrongWithAWorld() {
        SimWorld world = Worlds.linked(BACK, BACK);
        assertThatThrownBy(() -> world.add(new Link("second", "server", "clients", BACK, BACK)))
                .hasMessageContaining("two links join server and clients");
        assertThatThrownBy(() -> world.add(new Link("far", "server", "nobody", BACK, BACK)))
                .hasMessageContaining("no host is called nobody: there are [server, clients]");
    }
}

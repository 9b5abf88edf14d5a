package dev.chokepoint.sim;

import static dev.chokepoint.sim.Worlds.CLIENT_HOST;
import static dev.chokepoint.sim.Worlds.MS;
import static dev.chokepoint.sim.Worlds.SERVER;
import static dev.chokepoint.sim.Worlds.SERVER_HOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Work;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Impairment;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Packets;
import dev.chokepoint.host.world.Phase;
import dev.chokepoint.host.world.SeededRandom;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhasesTest {
    private static final Work WORK = new Work.Synthetic("work");

    /** Frames of 12 bytes and more: size, message, filling. */
    private abstract static class Frames implements Session {
        private final ByteBuffer head = ByteBuffer.allocate(12);
        private int filling;

        abstract void onFrame(Connection connection, long message);

        static ByteBuffer frame(long message, int size) {
            return ByteBuffer.allocate(size).putInt(size).putLong(message).rewind();
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            while (bytes.hasRemaining()) {
                while (bytes.hasRemaining() && head.hasRemaining()) {
                    head.put(bytes.get());
                    filling = head.hasRemaining() ? 0 : head.getInt(0) - 12;
                }
                int skipped = Math.min(filling, bytes.remaining());
                bytes.position(bytes.position() + skipped);
                filling -= skipped;
                if (!head.hasRemaining() && filling == 0) {
                    head.clear();
                    onFrame(connection, head.getLong(4));
                }
            }
        }
    }

    /** Works for a random time on each message, now or later, and answers with a random size. */
    private record Server(RandomGenerator choices, StreamOptions options) implements Program {
        @Override
        public void start(Host host) {
            host.listen(SERVER, options, _ -> new Frames() {
                @Override
                void onFrame(Connection connection, long message) {
                    host.meter().working(message);
                    if (choices.nextInt(4) == 0) {
                        host.after(choices.nextLong(5 * MS), () -> {
                            host.meter().working(message);
                            answer(host, connection, message);
                        });
                    } else {
                        answer(host, connection, message);
                    }
                }
            });
        }

        private void answer(Host host, Connection connection, long message) {
            if (choices.nextBoolean()) {
                host.spend(WORK, choices.nextLong(MS));
            }
            connection.send(Frames.frame(message, 12 + choices.nextInt(6_000)));
        }
    }

    /** Sends messages at random times on random connections, some of them late. */
    private record Clients(RandomGenerator choices, StreamOptions options, int messages) implements Program {
        @Override
        public void start(Host host) {
            Connection[] connections = new Connection[4];
            for (int i = 0; i < connections.length; i++) {
                connections[i] = host.connect(CLIENT_HOST, SERVER, options, i, new Frames() {
                    @Override
                    void onFrame(Connection connection, long message) {
                        if (choices.nextBoolean()) {
                            host.meter().working(message);
                            host.spend(WORK, choices.nextLong(100_000));
                        }
                        host.meter().delivered(message);
                    }
                });
            }
            for (int i = 0; i < messages; i++) {
                long message = i;
                host.after(choices.nextLong(200 * MS), () -> {
                    host.meter().intended(message, host.nanoTime() - choices.nextLong(host.nanoTime() + 1));
                    host.meter().working(message);
                    connections[choices.nextInt(connections.length)].send(
                            Frames.frame(message, 12 + choices.nextInt(4_000)));
                });
            }
        }
    }

    private static Link.Direction direction(RandomGenerator choices, Impairment impairment) {
        return new Link.Direction(
                choices.nextLong(3 * MS),
                choices.nextBoolean() ? 0 : choices.nextLong(2 * MS),
                choices.nextInt(4) == 0 ? Link.UNLIMITED : 5_000_000 + choices.nextLong(100_000_000),
                (impairment.equals(Impairment.NONE) ? 500 : 2_000) + choices.nextLong(20_000),
                Packets.DEFAULT.impaired(impairment));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldAccountForEveryNanosecondOfEveryMessage(long seed) {
        Streams streams = new Streams.Ideal();
        run(seed, streams, Impairment.NONE, "SCWQTRIC(HC)?WQTRIC?", "SCWIC(HC)?WIC?");
    }

    /** What is lost, or has arrived behind what was lost, is in RECOVERY (R as well) until it is in order. */
    @ParameterizedTest
    @MethodSource("seeds")
    void shouldAccountForEveryNanosecondWhateverIsLost(long seed) {
        Streams streams = new Streams.Tcp(TcpOptions.DEFAULT);
        Impairment impairment = new Impairment(0.05, 0.05, 0.05, 3 * MS);
        run(seed, streams, impairment, "SCW[QTR]*IC(HC)?W[QTR]*IC?", "SCWIC(HC)?WIC?");
    }

    private static void run(long seed, Streams streams, Impairment impairment, String overLink, String direct) {
        SeededRandom choices = new SeededRandom(seed, "phases test");
        SimCosts costs = new SimCosts(
                choices.nextLong(10_000), 1_000, choices.nextLong(5_000), choices.nextLong(5_000), 700, Map.of());
        Itinerary itinerary = new Itinerary();
        StreamOptions options =
                StreamOptions.DEFAULT.withSendMarks(1_000, 10_000_000).withWindow(2_000 + choices.nextInt(50_000));
        try (SimWorld world = new SimWorld(seed, Worlds.START, costs, streams, itinerary)) {
            world.add(new HostSpec("server", List.of(SERVER_HOST), 1 + choices.nextInt(2), 1 + choices.nextInt(3)));
            world.add(new HostSpec("clients", List.of(CLIENT_HOST), HostSpec.UNLIMITED, 1));
            boolean linked = choices.nextInt(4) > 0;
            if (linked) {
                world.add(new Link(
                        "access", "clients", "server", direction(choices, impairment), direction(choices, impairment)));
            }
            world.start("server", () -> new Server(choices, options));
            world.start("clients", () -> new Clients(choices, options, 100));
            world.run(60_000 * MS);
            itinerary.ways.forEach((message, way) -> check(message, way, linked ? overLink : direct));
            assertThat(itinerary.ways).hasSize(100);
        }
    }

    private static void check(long message, Itinerary.Way way, String pattern) {
        assertThat(way.deliveredNanos)
                .as("message %d, %s", message, way.letters())
                .isPositive();
        assertThat(way.spentInAll()).isEqualTo(way.deliveredNanos - way.intendedNanos);
        assertThat(way.letters()).matches(pattern);
    }

    @Test
    void shouldNameWhereAMessagesTimeWent() {
        Itinerary itinerary = new Itinerary();
        SimWorld world = Worlds.direct(1, new SimCosts(10_000, 0, 0, 0, 0, Map.of()), itinerary);
        Link.Direction up = new Link.Direction(2 * MS, 0, 8_000_000, 100_000);
        world.add(new Link("access", "clients", "server", up, Worlds.latency(3 * MS)));
        world.start(
                "server",
                () -> host -> host.listen(SERVER, StreamOptions.DEFAULT, _ -> new Frames() {
                    @Override
                    void onFrame(Connection connection, long message) {
                        host.meter().working(message);
                        host.spend(WORK, 4 * MS);
                        connection.send(frame(message, 100));
                    }
                }));
        world.start("clients", () -> host -> {
            Connection c = host.connect(CLIENT_HOST, SERVER, StreamOptions.DEFAULT, 0, new Frames() {
                @Override
                void onFrame(Connection connection, long message) {
                    host.meter().delivered(message);
                }
            });
            host.after(20 * MS, () -> {
                for (int i = 0; i < 2; i++) {
                    host.meter().intended(i, 19 * MS);
                    host.meter().working(i);
                    c.send(Frames.frame(i, 1_000));
                }
            });
        });
        world.run(100 * MS);

        Itinerary.Way second = itinerary.ways.get(1L);
        assertThat(second.letters()).isEqualTo("SCWQTRICWQTRI");
        assertThat(second.spent(Phase.SOURCE, "clients")).isEqualTo(MS);
        // 2,000 bytes leave in pieces of 1,448 and 552.
        assertThat(second.spent(Phase.QUEUE, "access clients->server")).isEqualTo(1_448_000);
        assertThat(second.spent(Phase.TRANSMIT, "access clients->server")).isEqualTo(552_000);
        assertThat(second.spent(Phase.TRAVEL, "access clients->server")).isEqualTo(2 * MS);
        // The first one's work begins when its piece is there, 0.552 ms earlier, and costs a turn and 4 ms.
        assertThat(second.spent(Phase.INBOX, "server")).isEqualTo(4 * MS + 10_000 - 552_000 + 10_000);
        assertThat(second.spent(Phase.CPU, "server")).isEqualTo(4 * MS);
        assertThat(second.spent(Phase.TRAVEL, "access server->clients")).isEqualTo(3 * MS);
        assertThat(second.spentInAll()).isEqualTo(second.deliveredNanos - second.intendedNanos);
    }
}

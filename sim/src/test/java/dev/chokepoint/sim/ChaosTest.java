package dev.chokepoint.sim;

import static dev.chokepoint.sim.Worlds.CLIENT_HOST;
import static dev.chokepoint.sim.Worlds.MS;
import static dev.chokepoint.sim.Worlds.SERVER;
import static dev.chokepoint.sim.Worlds.SERVER_HOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Work;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.SeededRandom;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that do anything at any time; what the seam promises must hold all the same. */
class ChaosTest {
    private static final Work WORK = new Work.Synthetic("work");

    private final List<End> ends = new ArrayList<>();

    /** One end that does random things, and checks the order of its callbacks and bytes. */
    private final class End implements Session {
        private final Host host;
        private final RandomGenerator choices;
        private boolean opened;
        private boolean ended;
        private int closes;
        private byte sent;
        private byte expected;

        End(Host host, RandomGenerator choices) {
            this.host = host;
            this.choices = choices;
            ends.add(this);
        }

        void act(Connection connection) {
            switch (choices.nextInt(20)) {
                case 0 -> connection.close();
                case 1 -> connection.abort();
                case 2 -> connection.finish();
                case 3, 4 -> connection.pause();
                case 5, 6, 7 -> connection.resume();
                case 8, 9 -> host.spend(WORK, choices.nextLong(2 * MS));
                default -> send(connection);
            }
        }

        private void send(Connection connection) {
            byte[] bytes = new byte[1 + choices.nextInt(5_000)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = sent++;
            }
            connection.send(ByteBuffer.wrap(bytes));
        }

        void actOften(Connection connection) {
            for (int i = 0; i < 20; i++) {
                host.after(choices.nextLong(100 * MS), () -> act(connection));
            }
            host.after(200 * MS, connection::resume);
            host.after(300 * MS, connection::close);
        }

        private void alive() {
            assertThat(opened).isTrue();
            assertThat(closes).isZero();
        }

        @Override
        public void onOpen(Connection connection) {
            assertThat(opened).isFalse();
            opened = true;
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            alive();
            assertThat(ended).isFalse();
            assertThat(bytes.hasRemaining()).isTrue();
            while (bytes.hasRemaining()) {
                assertThat(bytes.get()).isEqualTo(expected++);
            }
            act(connection);
        }

        @Override
        public void onEnd(Connection connection) {
            alive();
            assertThat(ended).isFalse();
            ended = true;
            act(connection);
        }

        @Override
        public void onWritable(Connection connection) {
            alive();
            act(connection);
        }

        @Override
        public void onClose(Connection connection, CloseReason reason) {
            closes++;
            act(connection);
            assertThat(connection.unsentBytes()).isZero();
        }
    }

    private static Link.Direction direction(RandomGenerator choices) {
        return new Link.Direction(
                choices.nextLong(3 * MS),
                choices.nextBoolean() ? 0 : choices.nextLong(2 * MS),
                choices.nextInt(4) == 0 ? Link.UNLIMITED : 5_000_000 + choices.nextLong(100_000_000),
                100 + choices.nextLong(10_000));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldKeepEveryPromise(long seed) {
        SeededRandom choices = new SeededRandom(seed, "chaos");
        SimCosts costs = new SimCosts(choices.nextLong(10_000), 1_000, 300, choices.nextLong(5_000), 700, Map.of());
        StreamOptions options = StreamOptions.DEFAULT
                .withSendMarks(5_000, 30_000)
                .withWindow(1 + choices.nextInt(20_000))
                .withBacklog(5);
        try (SimWorld world = new SimWorld(seed, Worlds.START, costs, new Streams.Ideal(), Observer.NONE)) {
            world.add(new HostSpec("server", List.of(SERVER_HOST), 1 + choices.nextInt(2), 1 + choices.nextInt(3)));
            world.add(new HostSpec("clients", List.of(CLIENT_HOST), HostSpec.UNLIMITED, 1));
            if (choices.nextInt(4) > 0) {
                world.add(new Link("access", "clients", "server", direction(choices), direction(choices)));
            }
            world.start(
                    "server",
                    () -> host -> host.listen(SERVER, options, connection -> {
                        End end = new End(host, choices);
                        end.actOften(connection);
                        return end;
                    }));
            world.start("clients", () -> host -> {
                for (int i = 0; i < 6; i++) {
                    host.after(choices.nextLong(50 * MS), () -> {
                        End end = new End(host, choices);
                        end.actOften(host.connect(CLIENT_HOST, SERVER, options, 0, end));
                    });
                }
            });
            world.run(60_000 * MS);
            check(world);
        }
    }

    private void check(SimWorld world) {
        assertThat(ends).hasSizeGreaterThanOrEqualTo(6).allMatch(end -> end.closes == 1);
        List<String> busy = new ArrayList<>();
        double[] before = world.resources().stream()
                .mapToDouble(use -> use.usedNanos() + use.waitingNanos())
                .toArray();
        world.run(1_000 * MS);
        for (int i = 0; i < before.length; i++) {
            var use = world.resources().get(i);
            if (use.usedNanos() + use.waitingNanos() != before[i]) {
                busy.add(use.name());
            }
        }
        assertThat(busy).as("resources still in use when all is over").isEmpty();
    }
}

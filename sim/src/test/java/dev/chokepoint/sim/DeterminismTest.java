package dev.chokepoint.sim;

import static dev.chokepoint.sim.Worlds.CLIENT_HOST;
import static dev.chokepoint.sim.Worlds.MS;
import static dev.chokepoint.sim.Worlds.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Work;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    private static final Work WORK = new Work.Synthetic("work");

    private static SimWorld world(long seed) {
        SimWorld world = Worlds.direct(seed, SimCosts.FREE, Observer.NONE);
        Link.Direction jittery = new Link.Direction(MS, MS, 1_000_000, 10_000);
        world.add(new Link("access", "clients", "server", jittery, jittery));
        return world;
    }

    /** A client that asks at random times, and a server whose work is what {@code work} says. */
    private static void run(SimWorld world, LongSupplier work) {
        world.start(
                "server",
                () -> host -> host.listen(SERVER, StreamOptions.DEFAULT, _ -> (c, bytes) -> {
                    host.spend(WORK, work.getAsLong());
                    c.send(bytes);
                }));
        world.start("clients", () -> host -> {
            Connection c = host.connect(CLIENT_HOST, SERVER, StreamOptions.DEFAULT, 0, new Recorder(host));
            ask(host, c);
        });
        world.run(1_000 * MS);
    }

    private static void ask(Host host, Connection c) {
        c.send(Payload.of("question"));
        host.after((long) (host.random().nextExponential() * 5 * MS), () -> ask(host, c));
    }

    @Test
    void shouldRepeatEveryEventWithTheSameSeed() {
        assertThat(Determinism.firstDifference(() -> world(7), world -> run(world, () -> MS)))
                .isEmpty();
    }

    @Test
    void shouldGiveTheSameHashWithTheSameSeedAndAnotherWithAnother() {
        assertThat(hash(7)).isEqualTo(hash(7)).isNotEqualTo(hash(8));
    }

    private static long hash(long seed) {
        try (SimWorld world = world(seed)) {
            run(world, () -> MS);
            assertThat(world.events()).isGreaterThan(500);
            return world.traceHash();
        }
    }

    @Test
    void shouldNameTheFirstEventThatDiffers() {
        AtomicLong outlivesTheRun = new AtomicLong();
        var difference = Determinism.firstDifference(
                        () -> world(7),
                        world -> run(world, () -> outlivesTheRun.incrementAndGet() == 250 ? 2 * MS : MS))
                .orElseThrow();

        Determinism.Event first = difference.first().orElseThrow();
        Determinism.Event second = difference.second().orElseThrow();
        assertThat(difference.index()).isGreaterThan(50);
        assertThat(first.timeNanos()).isLessThan(second.timeNanos());
        assertThat(first.kind()).isEqualTo(EventKind.RELEASE);
        assertThat(first.host()).isZero();
        assertThat(difference.toString()).contains("event " + difference.index() + " differs: first RELEASE at host 0");
    }

    @Test
    void shouldNotChangeOneHostsRandomNumbersWhenAnotherIsAdded() {
        assertThat(firstNumber(false)).isEqualTo(firstNumber(true));
    }

    private static long firstNumber(boolean another) {
        AtomicLong number = new AtomicLong();
        try (SimWorld world = Worlds.direct()) {
            if (another) {
                world.start("server", () -> host -> host.random().nextLong());
            }
            world.start("clients", () -> host -> number.set(host.random().nextLong()));
        }
        return number.get();
    }
}

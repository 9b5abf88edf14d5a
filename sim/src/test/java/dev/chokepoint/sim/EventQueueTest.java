package dev.chokepoint.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.world.SeededRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventQueueTest {
    private static final class Numbered extends Actor {
        final int number;
        final long time;
        final int handle;

        Numbered(int number, long time, int handle) {
            super(0);
            this.number = number;
            this.time = time;
            this.handle = handle;
        }

        Numbered(EventQueue queue, int number, long time) {
            super(0);
            this.number = number;
            this.time = time;
            this.handle = queue.add(time, this, EventKind.STATION);
        }

        @Override
        void fire(EventKind kind) {}
    }

    private static List<Actor> drain(EventQueue queue) {
        List<Actor> taken = new ArrayList<>();
        while (queue.nextNanos() != Long.MAX_VALUE) {
            long time = queue.nextNanos();
            queue.take();
            assertThat(((Numbered) queue.actor()).time).isEqualTo(time);
            taken.add(queue.actor());
        }
        return taken;
    }

    @Test
    void shouldGiveEventsByTimeAndThenInTheOrderTheyCame() {
        SeededRandom random = new SeededRandom(1, "queue");
        EventQueue queue = new EventQueue();
        List<Numbered> all = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            all.add(new Numbered(queue, i, random.nextLong(500)));
        }

        all.sort(Comparator.comparingLong(event -> event.time)); // stable
        assertThat(drain(queue)).isEqualTo(all);
    }

    @Test
    void shouldNeverGiveACancelledEventHoweverMany() {
        SeededRandom random = new SeededRandom(2, "queue");
        EventQueue queue = new EventQueue();
        List<Numbered> kept = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            Numbered event = new Numbered(queue, i, random.nextLong(1_000_000));
            if (random.nextInt(10) == 0) {
                kept.add(event);
            } else {
                queue.cancel(event.handle);
            }
        }

        assertThat(queue.size()).isEqualTo(kept.size());
        kept.sort(Comparator.comparingLong(event -> event.time));
        assertThat(drain(queue)).isEqualTo(kept);
    }

    /** Times apart by a nanosecond or by years, ties, cancellations at any time, bursts and droughts. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 100, 300, 2_000, 20_000})
    void shouldAgreeWithASortedSetWhateverIsPending(int pending) {
        for (int seed = 0; seed < 20; seed++) {
            new Against(new SeededRandom(seed, "queue"), pending).run(20_000);
        }
    }

    private static final class Against {
        private final SeededRandom random;
        private final int wanted;
        private final EventQueue queue = new EventQueue();
        private final TreeSet<Numbered> reference = new TreeSet<>(
                Comparator.comparingLong((Numbered event) -> event.time).thenComparingInt(event -> event.number));
        private int numbers;
        private long now;

        Against(SeededRandom random, int wanted) {
            this.random = random;
            this.wanted = wanted;
        }

        void run(int steps) {
            reference.add(new Numbered(queue, numbers++, Long.MAX_VALUE - 1));
            for (int i = 0; i < steps; i++) {
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> takeAllButTheLast();
                    case 3 -> cancel();
                    default -> add(random.nextInt(2 * wanted + 3) < reference.size() ? 0 : 1 + random.nextInt(4));
                }
                assertThat(queue.size()).isEqualTo(reference.size());
            }
            while (!reference.isEmpty()) {
                take();
            }
            assertThat(queue.nextNanos()).isEqualTo(Long.MAX_VALUE);
        }

        private void takeAllButTheLast() {
            if (reference.size() > 1) {
                take();
            }
        }

        private void add(int count) {
            for (int i = 0; i < count; i++) {
                reference.add(new Numbered(queue, numbers++, now + delay()));
            }
        }

        private long delay() {
            return switch (random.nextInt(8)) {
                case 0, 1 -> 0;
                case 2 -> random.nextLong(100);
                case 3, 4 -> random.nextLong(1_000_000);
                case 5 -> 1_000_000_000;
                case 6 -> random.nextLong(100_000_000_000L);
                default -> 1L << (40 + random.nextInt(10));
            };
        }

        private void cancel() {
            if (reference.size() > 1) {
                Numbered from = new Numbered(random.nextInt(numbers), now + delay(), 0);
                Numbered victim = Objects.requireNonNullElse(reference.ceiling(from), reference.getLast());
                reference.remove(victim);
                queue.cancel(victim.handle);
            }
        }

        private void take() {
            Numbered first = reference.removeFirst();
            assertThat(queue.nextNanos()).isEqualTo(first.time);
            queue.take();
            assertThat(queue.actor()).isSameAs(first);
            now = first.time;
        }
    }
}

package dev.chokepoint.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.world.SeededRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventQueueTest {
    private static final class Numbered extends Actor {
        final long time;
        final int handle;

        Numbered(EventQueue queue, long time) {
            super(0);
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
            all.add(new Numbered(queue, random.nextLong(500)));
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
            Numbered event = new Numbered(queue, random.nextLong(1_000_000));
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
}

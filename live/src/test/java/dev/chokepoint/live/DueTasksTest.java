package dev.chokepoint.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueTasksTest {
    private static final long LATER_NANOS = 60_000_000_000L;

    private final List<Runnable> timers = new ArrayList<>();
    private final DueTasks tasks = new DueTasks((_, task) -> timers.add(task));

    /** As a lane does in the midst of synthetic work; each time used to arm one timer more, and each of those again. */
    @Test
    void shouldNotArmMoreTimersTheMoreOftenItIsAsked() {
        tasks.add(System.nanoTime() + LATER_NANOS, () -> {});
        for (int i = 0; i < 100; i++) {
            tasks.run();
        }
        assertThat(timers).hasSize(1);
    }

    @Test
    void shouldArmAgainForAnEarlierTaskOnly() {
        long now = System.nanoTime();
        tasks.add(now + LATER_NANOS, () -> {});
        tasks.add(now + 2 * LATER_NANOS, () -> {});
        assertThat(timers).hasSize(1);
        tasks.add(now + LATER_NANOS / 2, () -> {});
        assertThat(timers).hasSize(2);
    }

    @Test
    void shouldRunWhatIsDueInItsOrderAndArmForTheNext() {
        List<String> ran = new ArrayList<>();
        long now = System.nanoTime();
        tasks.add(now - 1, () -> ran.add("second"));
        tasks.add(now - 2, () -> ran.add("first"));
        tasks.add(now + LATER_NANOS, () -> ran.add("later"));
        int before = timers.size();
        timers.getLast().run();
        assertThat(ran).containsExactly("first", "second");
        assertThat(timers).hasSize(before + 1);
    }
}

package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Timer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimersTest extends ParitySuite {
    private static final long MILLI = 1_000_000;

    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());

    @Test
    void shouldRunInTheOrderOfTheirTimes() {
        stage.actor("client").tell(host -> {
            host.after(30 * MILLI, () -> ran.add("third"));
            host.after(10 * MILLI, () -> ran.add("first"));
            host.after(20 * MILLI, () -> ran.add("second"));
        });

        stage.await("all timers", () -> ran.size() == 3);
        assertThat(ran).containsExactly("first", "second", "third");
    }

    @Test
    void shouldRunNoneBeforeItsTime() {
        List<Long> early = Collections.synchronizedList(new ArrayList<>());
        Actor client = stage.actor("client");

        client.tell(host -> {
            for (long delay = 0; delay < 20 * MILLI; delay += 700_001) {
                long due = host.nanoTime() + delay;
                host.after(delay, () -> early.add(due - host.nanoTime()));
            }
        });

        stage.await("all timers", () -> early.size() == 29);
        assertThat(early).allMatch(nanos -> nanos <= 0);
    }

    @Test
    void shouldRunOneWithoutDelayInALaterCallback() {
        stage.actor("client").tell(host -> {
            host.after(0, () -> ran.add("zero"));
            host.after(-5, () -> ran.add("negative"));
            ran.add("the callback that armed them");
        });

        stage.await("all timers", () -> ran.size() == 3);
        assertThat(ran.getFirst()).isEqualTo("the callback that armed them");
    }

    @Test
    void shouldNeverRunOnceCancelled() {
        Actor client = stage.actor("client");

        Timer timer = client.ask(host -> host.after(20 * MILLI, () -> ran.add("cancelled later")));
        client.tell(host -> {
            host.after(5 * MILLI, () -> ran.add("cancelled")).cancel();
            host.after(0, () -> ran.add("cancelled at once")).cancel();
            timer.cancel();
            timer.cancel();
        });

        stage.pass(60 * MILLI);
        assertThat(ran).isEmpty();
    }

    @Test
    void shouldNotRunWhenAnotherTimerOfTheSameTimeCancelsIt() {
        Actor client = stage.actor("client");

        client.tell(host -> {
            List<Timer> both = new ArrayList<>();
            both.add(host.after(5 * MILLI, () -> {
                ran.add("one");
                both.get(1).cancel();
            }));
            both.add(host.after(5 * MILLI, () -> {
                ran.add("other");
                both.get(0).cancel();
            }));
        });

        stage.pass(40 * MILLI);
        assertThat(ran).hasSize(1);
    }

    @Test
    void shouldBeCancelledFromItsOwnTaskWithoutHarm() {
        stage.actor("client").tell(host -> {
            List<Timer> self = new ArrayList<>();
            self.add(host.after(MILLI, () -> {
                self.getFirst().cancel();
                ran.add("ran");
            }));
        });

        stage.await("the timer", () -> ran.size() == 1);
        stage.settle();
        assertThat(ran).containsExactly("ran");
    }

    @Test
    void shouldArmOthersFromTheirTasks() {
        stage.actor("client")
                .tell(host -> host.after(0, () -> {
                    ran.add("outer");
                    host.after(0, () -> ran.add("inner"));
                    ran.add("outer ends");
                }));

        stage.await("both", () -> ran.size() == 3);
        assertThat(ran).containsExactly("outer", "outer ends", "inner");
    }
}

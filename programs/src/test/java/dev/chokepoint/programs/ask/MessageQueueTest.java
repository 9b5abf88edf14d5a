package dev.chokepoint.programs.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.world.SeededRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageQueueTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 100})
    void shouldKeepTheOrderAndRefuseBeyondItsBound(int bound) {
        RandomGenerator random = new SeededRandom(1, "queue");
        MessageQueue queue = new MessageQueue(bound);
        Deque<Long> model = new ArrayDeque<>();
        for (long message = 0; message < 50_000; message++) {
            if (random.nextInt(100) < 45 + message / 1000 % 10) {
                assertThat(queue.offer(message)).isEqualTo(model.size() < bound);
                if (model.size() < bound) {
                    model.add(message);
                }
            } else if (!model.isEmpty()) {
                assertThat(queue.poll()).isEqualTo(model.poll());
            }
            assertThat(queue.isEmpty()).isEqualTo(model.isEmpty());
        }
    }

    @Test
    void shouldHoldNothingWhenItsBoundIsZero() {
        MessageQueue queue = new MessageQueue(0);

        assertThat(queue.offer(1)).isFalse();
        assertThat(queue.isEmpty()).isTrue();
    }
}

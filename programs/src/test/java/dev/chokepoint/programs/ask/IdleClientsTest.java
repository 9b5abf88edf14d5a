package dev.chokepoint.programs.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.world.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class IdleClientsTest {
    @Test
    void shouldGiveTheLongestIdleFirstWhateverComesAndGoes() {
        RandomGenerator random = new SeededRandom(1, "idle");
        IdleClients idle = new IdleClients(10);
        List<Integer> model = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            Integer client = random.nextInt(10);
            switch (random.nextInt(3)) {
                case 0 -> {
                    if (!model.contains(client)) {
                        idle.add(client);
                        model.add(client);
                    }
                }
                case 1 -> {
                    idle.remove(client);
                    model.remove(/* element */ client);
                }
                default -> assertThat(idle.poll()).isEqualTo(model.isEmpty() ? IdleClients.NONE : model.removeFirst());
            }
        }
    }
}

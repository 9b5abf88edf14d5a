package dev.chokepoint.programs.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.world.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ClientListsTest {
    private final RandomGenerator random = new SeededRandom(1, "lists");
    private final ClientLists lists = new ClientLists(10, 2);
    private final List<List<Integer>> model = List.of(new ArrayList<>(), new ArrayList<>());

    @Test
    void shouldGiveEachListsLongestFirstWhateverComesAndGoes() {
        for (int i = 0; i < 100_000; i++) {
            Integer client = random.nextInt(10);
            int list = random.nextInt(2);
            switch (random.nextInt(3)) {
                case 0 -> add(list, client);
                case 1 -> {
                    lists.remove(client);
                    model.forEach(each -> each.remove(/* element */ client));
                }
                default -> poll(list);
            }
        }
    }

    private void add(int list, Integer client) {
        if (model.stream().noneMatch(each -> each.contains(client))) {
            lists.add(list, client);
            model.get(list).add(client);
        }
    }

    private void poll(int list) {
        List<Integer> expected = model.get(list);
        int first = expected.isEmpty() ? ClientLists.NONE : expected.getFirst();
        assertThat(lists.first(list)).isEqualTo(first);
        assertThat(lists.poll(list)).isEqualTo(first);
        expected.remove(/* element */ (Integer) first);
    }
}

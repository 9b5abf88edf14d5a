package dev.chokepoint.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.world.SeededRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InFlightTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldBehaveAsAMapThroughRandomComingAndGoing(long seed) {
        SeededRandom random = new SeededRandom(seed, "in flight");
        InFlight inFlight = new InFlight();
        Map<Long, Integer> model = new HashMap<>();

        for (int i = 0; i < 20_000; i++) {
            long message = random.nextInt(500) * 1024L; // equal low bits: long probes
            if (model.containsKey(message)) {
                assertThat(inFlight.remove(message)).isEqualTo(model.remove(message));
            } else {
                int slot = inFlight.add(message);
                assertThat(model.values()).doesNotContain(slot);
                model.put(message, slot);
            }
            long other = random.nextInt(500) * 1024L;
            assertThat(inFlight.find(other)).isEqualTo(model.getOrDefault(other, InFlight.ABSENT));
        }
        assertThat(inFlight.size()).isEqualTo(model.size());
        assertThat(List.of(inFlight.remove(7), inFlight.find(7))).containsOnly(InFlight.ABSENT);
    }
}

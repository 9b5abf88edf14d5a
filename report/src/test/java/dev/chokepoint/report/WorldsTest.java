package dev.chokepoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorldsTest {
    private static final List<WorldResult> WORLDS = Fixture.ask().worlds();

    private static List<List<Optional<String>>> align(List<String> simulated, List<String> live) {
        return Worlds.align(WORLDS, world -> world.world() == World.SIMULATION ? simulated : live, text -> text);
    }

    private static List<String> names(List<List<Optional<String>>> rows) {
        return rows.stream()
                .map(row -> row.stream().flatMap(Optional::stream).findFirst().orElseThrow())
                .toList();
    }

    @Test
    void shouldPutWhatOneWorldAloneHasWhereItBelongs() {
        List<List<Optional<String>>> rows =
                align(List.of("travel", "inbox", "cpu"), List.of("source", "travel", "window", "inbox", "cpu", "held"));

        assertThat(names(rows)).containsExactly("source", "travel", "window", "inbox", "cpu", "held");
        assertThat(rows.getFirst()).containsExactly(Optional.empty(), Optional.of("source"));
    }

    @Test
    void shouldKeepWhatTheOtherWorldLacks() {
        assertThat(names(align(List.of("a", "b", "c"), List.of("c", "d")))).containsExactly("a", "b", "c", "d");
        assertThat(names(align(List.of("a", "b"), List.of("b", "a")))).containsExactly("a", "b");
        assertThat(align(List.of(), List.of())).isEmpty();
    }
}

package dev.chokepoint.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.lab.run.CalibrationLoad.Use;
import dev.chokepoint.live.IoModel;
import dev.chokepoint.live.LaneUnits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationLoadTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldBeScenariosThatFitIntoTheTimeThatIsPromised(boolean brief) {
        List<CalibrationLoad> loads = CalibrationLoad.all(brief);

        assertThat(loads)
                .allSatisfy(load -> assertThat(
                                load.source(IoModel.EVENT_LOOP).read().clients())
                        .hasSize(1));
        assertThat(loads).filteredOn(load -> load.use() == Use.HELD_OUT).hasSize(1);
        assertThat(loads).filteredOn(load -> load.use() == Use.HOP).hasSize(1);
        // Starting, warming up and connecting take about three seconds more for each.
        assertThat(loads.stream().mapToDouble(load -> load.seconds() + 3).sum()).isLessThan(brief ? 30 : 90);
    }

    @Test
    void shouldTakeTheDifferencesOfEachLane() {
        List<LaneUnits> units = new ArrayList<>();
        for (int i = 0; i <= 6; i++) {
            units.add(new LaneUnits("server", 0, 100L * i, i, 0, 0, 10L * i, 0, 0, 0, 0));
            units.add(new LaneUnits("clients", 0, 7L * i, 0, 0, 0, 0, 0, 0, 0, 0));
        }
        LaneRows rows = LaneRows.of(units);

        assertThat(rows.of("server")).hasSize(2);
        assertThat(rows.of("server").getLast().reads()).isEqualTo(30);
        assertThat(rows.of("server").getLast().cpuNanos()).isEqualTo(300);
        assertThat(rows.of("clients").getFirst().cpuNanos()).isEqualTo(21);
        assertThat(rows.of("nobody")).isEmpty();
    }
}

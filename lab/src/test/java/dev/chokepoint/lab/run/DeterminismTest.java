package dev.chokepoint.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeterminismTest {
    @ParameterizedTest
    @ValueSource(strings = {"ask", "bottleneck-cpu", "bottleneck-link", "slow-client"})
    void shouldGiveTheSameTraceAndFiguresForTheSameSeedOnly(String example) {
        Scenario scenario = ScenarioReader.read(Scenarios.example(example));

        WorldResult once = SimRun.run(scenario, "", new Quiet()).result();
        WorldResult again = SimRun.run(scenario, "", new Quiet()).result();
        WorldResult other = SimRun.run(scenario.withSeed(scenario.seed() + 1), "", new Quiet())
                .result();

        assertThat(again.traceHash()).isEqualTo(once.traceHash());
        assertThat(again.latency()).isEqualTo(once.latency());
        assertThat(again.phases()).isEqualTo(once.phases());
        assertThat(again.resources()).isEqualTo(once.resources());
        assertThat(other.traceHash()).isNotEqualTo(once.traceHash());
    }
}

package dev.chokepoint.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any bytes are a scenario, or an explanation of what is wrong with them. {@code JAZZER_FUZZ=1} searches; an ordinary test
 * run repeats what is in the resources beside it.
 */
class ScenarioReaderFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void shouldGiveAScenarioOrAnExplanation(byte[] bytes) {
        try {
            Scenario scenario = ScenarioReader.read(ScenarioText.of("fuzz.yaml", bytes));
            assertThat(scenario.clients()).isNotEmpty();
        } catch (ScenarioException e) {
            assertThat(e.problems()).isNotEmpty().hasSizeLessThanOrEqualTo(100);
            assertThat(e.render()).isNotBlank();
        }
    }
}

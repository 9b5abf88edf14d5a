package dev.chokepoint.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake is said once, at its place, by the reader, and is refused by the editor's schema where that can see it. */
class BadScenarioTest {
    private final EditorSchema schema = new EditorSchema();

    static List<BadScenario> mistakes() {
        return BadScenario.all();
    }

    private static List<Problem> problems(String yaml) {
        return catchThrowableOfType(
                        ScenarioException.class, () -> ScenarioReader.read(new ScenarioText("bad.yaml", yaml)))
                .problems();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void shouldSayWhereAndWhatAndWhatIsAllowed(BadScenario bad) {
        List<Problem> problems = problems(bad.yaml());
        assertThat(problems).hasSize(1);
        Problem problem = problems.getFirst();
        assertThat(problem.line() + ":" + problem.column()).isEqualTo(bad.at());
        assertThat(problem.text()).isEqualTo(bad.text());
        assertThat(problem.message()).contains(bad.message());
        assertThat(problem.hint()).contains(bad.hint());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void shouldBeSeenByTheEditorToo(BadScenario bad) {
        assertThat(schema.complaints(bad.yaml()).isEmpty()).isEqualTo(!bad.schemaSees());
    }

    @Test
    void shouldSayEverythingAtOnceInTheOrderOfTheFile() {
        String yaml = """
                seed: x
                app:
                  ask: {request: 1, respons: 2kB}
                clients:
                  - count: 0
                    load: {poisson: 0/s}
                  - load: {steps: [{rate: 1, for: 1}]}
                slo: [p99 < 1, max > 1ms]
                """;
        assertThat(problems(yaml))
                .extracting(problem -> problem.line() + " " + problem.text())
                .containsExactly("1 x", "3 1", "3 respons", "5 0", "6 0/s", "7 ", "7 1", "7 1", "8 p99 < 1");
    }

    @Test
    void shouldStopCountingAtAHundredProblems() {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            yaml.append("key").append(i).append(": 1\n");
        }
        assertThat(problems(yaml.toString())).hasSize(100);
    }
}

package dev.chokepoint.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioReader;
import dev.chokepoint.lab.scenario.ScenarioText;
import org.junit.jupiter.api.Test;

/** Scenarios in which something breaks. */
class FaultRunTest {
    private static Scenario scenario(String transport, String... faults) {
        return ScenarioReader.read(new ScenarioText("faults.yaml", text(transport, faults)));
    }

    private static String text(String transport, String... faults) {
        return """
                seed: 7
                warmup: 500ms
                duration: 4s
                transport: %s
                app: {ask: {work: 1ms, timeout: 400ms}}
                server: {count: 2}
                stream: {connect-timeout: 500ms}
                clients: [{count: 10, load: {poisson: 200/s}, link: {latency: 2ms}}]
                faults:
                - %s
                """.formatted(transport, String.join("\n- ", faults));
    }

    private static WorldResult run(Scenario scenario) {
        return SimRun.run(scenario, "faults", new Quiet()).result();
    }

    @Test
    void shouldRepeatWhatBreaks() {
        for (String transport : new String[] {"ideal", "tcp"}) {
            Scenario scenario = scenario(
                    transport,
                    "at 1s: crash server-1",
                    "at 1500ms: restart server-1",
                    "at 2s: power-off server-2",
                    "at 2500ms: restart server-2",
                    "at 3s: partition clients from server-1 for 300ms",
                    "at 3500ms: delay 20ms from server-1 to clients for 200ms");
            WorldResult first = run(scenario);

            assertThat(run(scenario).traceHash()).isEqualTo(first.traceHash());
            assertThat(run(scenario(transport, "at 1s: crash server-1")).traceHash())
                    .isNotEqualTo(first.traceHash());
            assertThat(first.load().delivered()).isGreaterThan(500);
        }
    }
}

package dev.chokepoint.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.scenario.ScenarioText;
import org.junit.jupiter.api.Test;

class MachinesRunTest {
    /** A server that needs 0.5 ms a message, and clients that pay as much, on one core. */
    private static final String TEXT = """
            duration: 2s
            app: {ask: {request: 200B, response: 200B, work: 1ms}}
            machines: [{name: box, cores: 1}]
            server: {machine: box}
            costs: {turn: 0us, read: 500us, write: 0us, byte: 0ns}
            clients:
              - {count: 50, load: {poisson: 300/s}, machine: box}
            """;

    @Test
    void shouldNameTheMachineThatServerAndClientsShare() {
        WorldResult result = Scenarios.simulate(new ScenarioText("box.yaml", TEXT));
        Chokepoint chokepoint = result.diagnosis().chokepoint().orElseThrow();

        assertThat(chokepoint.resource()).isEqualTo("box cpu");
        assertThat(chokepoint.demandNanos()).isBetween(1.9e6, 2.1e6);
        assertThat(result.diagnosis().next().orElseThrow().fix()).isEqualTo("box cpu: 1 -> 10 cores");
        assertThat(result.diagnosis().next().orElseThrow().chokepoint().resource())
                .startsWith("server");
    }
}

package dev.chokepoint.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.lab.diagnose.Bounds;
import dev.chokepoint.lab.diagnose.Diagnosis.AnalyticBound;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.scenario.ScenarioReader;
import dev.chokepoint.lab.scenario.ScenarioText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Offered 1.3 times what theory allows, the simulator carries what theory allows. */
class CapacityTest {
    private static final double OVERLOAD = 1.3;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server cpu           | 'request: 200B, response: 2kB, work: 1ms' | 'cores: 1, lanes: 1'
            server cpu           | 'request: 200B, response: 2kB, work: {mean: 1ms, law: exponential}' | 'cores: 2, lanes: 4'
            link server->clients | 'request: 200B, response: 50kB, work: 100us' | 'cores: 1, lanes: 1'
            link clients->server | 'request: 50kB, response: 200B, work: 100us' | 'cores: 1, lanes: 1'
            clients in flight    | 'request: 200B, response: 2kB, work: 10us' | 'cores: 1, lanes: 1'
            """)
    void shouldCarryTheAnalyticBoundWhenOfferedMore(String chokepoint, String app, String server) {
        int clients = chokepoint.equals("clients in flight") ? 20 : 400;
        AnalyticBound bound = Bounds.of(ScenarioReader.read(scenario(app, server, clients, 1)))
                .getFirst();
        assertThat(bound.resource()).isEqualTo(chokepoint);

        double offered = OVERLOAD * bound.capacityPerSecond();
        WorldResult result = Scenarios.simulate(scenario(app, server, clients, offered));

        assertThat(result.load().carriedPerSecond())
                .isCloseTo(bound.capacityPerSecond(), within(0.05 * bound.capacityPerSecond()));
        assertThat(result.diagnosis().chokepoint().orElseThrow().resource()).isEqualTo(chokepoint);
        assertThat(result.diagnosis().saturated()).isTrue();
    }

    private static ScenarioText scenario(String app, String server, int clients, double perSecond) {
        String load = Math.round(perSecond) + "/s";
        return Scenarios.ask(
                app,
                server,
                "count: " + clients + ", load: {poisson: " + load + "}, queue: 100000,"
                        + " link: {latency: 20ms, bandwidth: 100Mbit/s, queue: 1MB}");
    }
}

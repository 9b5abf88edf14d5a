package dev.chokepoint.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chokepoint.host.world.Phase;
import dev.chokepoint.lab.measure.PhaseShare;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.scenario.ScenarioText;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Live runs in two real processes. What they measure depends on the machine; what is asserted here does not. */
class LiveRunTest {
    private static final String APP = "request: 200B, response: 2kB, work: 500us";
    private static final String CLIENTS =
            "count: 20, load: {poisson: 100/s}, link: {latency: 5ms, bandwidth: 10Mbit/s}";

    private static WorldResult live(ScenarioText text) {
        return Scenarios.run(text, EnumSet.of(World.LIVE), new ReplicationPlan.Fixed(1))
                .worlds()
                .getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ipv4", "ipv6", "unix"})
    void shouldDeliverEveryMessageOverEachFamily(String family) {
        ScenarioText text = Scenarios.ask(APP, "cores: 1, lanes: 1", CLIENTS);
        WorldResult result = live(new ScenarioText(text.file(), text.text() + "family: " + family + "\n"));

        assertThat(result.load().intended()).isGreaterThan(200);
        assertThat(result.load().delivered()).isEqualTo(result.load().intended());
        assertThat(result.load().errors()).isEmpty();
        // Two ways of 5 ms, and 1.76 ms to clock 2.2 kB out at 10 Mbit/s, and the work: less can't be.
        assertThat(result.latency().p50Nanos()).isGreaterThan(12_000_000);
        assertThat(result.generator()).isPresent();
        assertThat(result.traceHash()).isEmpty();
    }

    @Test
    void shouldMergeThePhasesOfBothProcesses() {
        WorldResult result = live(Scenarios.ask(APP, "cores: 1, lanes: 2", CLIENTS));

        assertThat(result.phases())
                .anySatisfy(share -> isAtLeast(share, Phase.TRAVEL, "link clients->server", 5_000_000))
                .anySatisfy(share -> isAtLeast(share, Phase.TRAVEL, "link server->clients", 5_000_000))
                .anySatisfy(share -> isAtLeast(share, Phase.CPU, "server", 500_000));
        double sum = result.phases().stream().mapToDouble(PhaseShare::meanNanos).sum();
        assertThat(sum / result.latency().meanNanos()).isBetween(0.99, 1.01);
        assertThat(result.resources()).anySatisfy(resource -> {
            assertThat(resource.name()).isEqualTo("server lane 1");
            assertThat(resource.utilisation()).isPositive();
        });
    }

    private static void isAtLeast(PhaseShare share, Phase phase, String place, double nanos) {
        assertThat(share.phase()).isEqualTo(phase);
        assertThat(share.place()).isEqualTo(place);
        assertThat(share.meanNanos()).isGreaterThanOrEqualTo(nanos);
    }

    @Test
    void shouldRefuseGroupsThatCantBeToldApart() {
        ScenarioText text = new ScenarioText("test.yaml", """
                family: unix
                app: {ask: {work: 1ms}}
                clients:
                  - {name: near, count: 1, load: {poisson: 10/s}}
                  - {name: far, count: 1, load: {poisson: 10/s}}
                """);

        assertThatThrownBy(() -> live(text))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("2 groups")
                .hasMessageContaining("simulate");
    }
}

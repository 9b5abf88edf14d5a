package dev.chokepoint.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.lab.measure.PhaseShare;
import dev.chokepoint.lab.measure.ResourceFigures;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.scenario.ScenarioException;
import dev.chokepoint.lab.scenario.ScenarioReader;
import dev.chokepoint.lab.scenario.ScenarioText;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Datagrams, loss and routers, as a scenario says them. */
class NetworkRunTest {
    private static final String DUMBBELL = """
            name: test
            warmup: 1s
            duration: 4s
            transport: udp
            app: {ask: {request: 200B, response: 1kB, work: 10us}}
            network:
              routers: [west, east]
              links:
                - {from: west, to: east, latency: 5ms, bandwidth: 2Mbit/s, queue: 20 packets}
                - {from: east, to: server, latency: 1ms}
            clients:
              - {name: near, count: 400, to: west, load: {poisson: %s/s}, link: {latency: 1ms}}
              - {name: far, count: 400, to: west, load: {poisson: %s/s}, link: {latency: 20ms}}
            """;

    private static ResourceFigures resource(WorldResult result, String name) {
        return result.resources().stream()
                .filter(figures -> figures.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldNameTheLinkBetweenRoutersThatTwoGroupsShare() {
        WorldResult result = Scenarios.simulate(new ScenarioText("test.yaml", DUMBBELL.formatted(50, 50)));

        assertThat(result.diagnosis().chokepoint().orElseThrow().resource()).isEqualTo("link east->west");
        // 1000 B and 28 B of headers at 2 Mbit/s.
        assertThat(result.diagnosis().chokepoint().orElseThrow().capacityPerSecond())
                .isCloseTo(2e6 / 8 / 1028, within(5.0));
        assertThat(result.diagnosis().bounds().getFirst().resource()).isEqualTo("link east->west");
        assertThat(result.load().errors()).isEmpty();
        assertThat(result.latency().p50Nanos()).isBetween(14_000_000L, 60_000_000L);
    }

    @Test
    void shouldCountWhatAFullQueueDrops() {
        WorldResult result = Scenarios.simulate(new ScenarioText("test.yaml", DUMBBELL.formatted(200, 200)));

        assertThat(resource(result, "link east->west").refused()).isGreaterThan(100);
        assertThat(result.load().errors()).containsKey("lost");
        assertThat(result.diagnosis().saturated()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 0.05, 0.11", "3, 0, 0.001"})
    void shouldLoseWhatNobodySendsAgain(int retries, double least, double most) {
        WorldResult result = Scenarios.simulate(new ScenarioText("test.yaml", """
                name: test
                duration: 20s
                transport: udp
                udp: {retries: %d, timeout: 100ms}
                app: {ask: {request: 200B, response: 1kB, work: 10us}}
                clients: [{count: 50, load: {poisson: 200/s}, link: {latency: 10ms, loss: 4%%}}]
                """.formatted(retries)));

        double errors = (double) result.load().failed() / result.load().intended();
        assertThat(errors).isBetween(least, most);
        assertThat(resource(result, "link clients->server").lost()).isGreaterThan(50);
        double sum = result.phases().stream().mapToDouble(PhaseShare::meanNanos).sum();
        assertThat(sum).isCloseTo(result.latency().meanNanos(), within(0.5));
    }

    @Test
    void shouldGiveEachClientALinkOfItsOwn() {
        WorldResult result = Scenarios.simulate(new ScenarioText("test.yaml", """
                name: test
                duration: 4s
                transport: udp
                app: {ask: {request: 200B, response: 1kB, work: 10us}}
                clients:
                  - {count: 100, load: {poisson: 500/s}, access: {latency: 10ms, bandwidth: 1Mbit/s}, link: {latency: 1ms}}
                """));

        assertThat(result.load().errors()).isEmpty();
        assertThat(resource(result, "access clients->clients-router").utilisation())
                .isPositive();
        assertThat(resource(result, "link clients-router->server").utilisation())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            network: {routers: [a], links: [{from: a, to: server}]} | to: a | network has routers
            server: {count: 2} | link: {bandwidth: 1Mbit/s} | share the bandwidth of their link among 2 servers
            name: own | access: {latency: 1ms} | have access, links of their own
            """)
    void shouldRefuseLiveWhatOnlyTheSimulatorHas(String line, String of, String said) {
        ScenarioText text = new ScenarioText(
                "test.yaml", "transport: tcp\napp: {ask: {}}\nclients: [{load: {poisson: 9/s}, " + of + "}]\n" + line);

        assertThatThrownBy(() -> Scenarios.run(text, EnumSet.of(World.LIVE), new ReplicationPlan.Fixed(1)))
                .isInstanceOfSatisfying(
                        ScenarioException.class, e -> assertThat(e.render()).contains("`chokepoint simulate`"))
                .hasMessageContaining(said);
    }

    @Test
    void shouldSayWhatALiveRunLeavesOut() {
        ScenarioText text = new ScenarioText("test.yaml", """
                transport: tcp
                app: {ask: {}}
                clients: [{load: {poisson: 9/s}, link: {loss: 1%, mtu: 1400B}}]
                """);

        assertThat(Emulation.notes(ScenarioReader.read(text)))
                .anyMatch(note -> note.contains("loss, mtu are in the simulation alone"));
        assertThat(Emulation.notes(ScenarioReader.read(
                        new ScenarioText("test.yaml", "app: {ask: {}}\nclients: [{load: {poisson: 9/s}}]"))))
                .isEmpty();
    }
}

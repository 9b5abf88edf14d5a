package dev.chokepoint.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.lab.calibrate.Calibration;
import dev.chokepoint.lab.calibrate.Calibrations;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunResult.Difference;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwinTest {
    private static final Calibration CALIBRATION = Calibrations.made();

    private static Scenario scenario(String rate) {
        return ScenarioReader.read(Scenarios.ask(
                "request: 200B, response: 200B, work: 1ms", "", "count: 20, load: {poisson: " + rate + "}"));
    }

    private static WorldResult twin(Scenario scenario) {
        return Twin.of(scenario, CALIBRATION, new ReplicationPlan.Fixed(6), new Quiet());
    }

    private static double used(WorldResult result, String resource) {
        return result.resources().stream()
                .filter(r -> r.name().equals(resource))
                .findFirst()
                .orElseThrow()
                .utilisation();
    }

    @Test
    void shouldPayForServerClientsLinksAndTheWayBetweenThem() {
        WorldResult twin = twin(scenario("100/s"));

        assertThat(twin.world()).isEqualTo(World.TWIN);
        assertThat(used(twin, "clients lane 0"))
                .as("a fleet of the scenario as written pays nothing")
                .isPositive();
        assertThat(used(twin, "this machine cpu")).isPositive();
        assertThat(used(twin, "server lane 0")).isGreaterThan(0.1);
        double hops = 2 * 50_000;
        assertThat((double) twin.latency().p50Nanos()).isBetween(1e6 + hops, 1.4e6 + hops);
    }

    /** The costs' uncertainty, not only the load's chance: with the same load each time, replications still differ. */
    @Test
    void shouldHaveIntervalsThatContainTheCalibrations() {
        Scenario steady = ScenarioReader.read(
                Scenarios.ask("request: 200B, response: 200B, work: 1ms", "", "count: 20, load: {constant: 100/s}"));
        double halfWidth = twin(steady)
                .statistics()
                .orElseThrow()
                .of(Figure.P50)
                .orElseThrow()
                .halfWidth();

        assertThat(halfWidth).isGreaterThan(1_000);
    }

    @Test
    void shouldCompareTheLiveRunWithOneMoreRunOfTheTwin() {
        WorldResult twin = twin(scenario("100/s"));
        double own =
                twin.statistics().orElseThrow().of(Figure.P50).orElseThrow().halfWidth();
        List<Difference> differences = Comparison.differences(List.of(twin, twin.as(World.LIVE)));
        Difference p50 = differences.stream()
                .filter(d -> d.figure().equals(Figure.P50.text()))
                .findFirst()
                .orElseThrow();

        assertThat(p50.world()).isEqualTo(World.TWIN);
        assertThat(p50.simulatedHalfWidth()).isCloseTo(own * Math.sqrt(7), within(1.0));
        assertThat(p50.covered()).isTrue();
        assertThat(p50.relative()).isZero();
    }

    @Test
    void shouldRefuseToPredictTheTailNearSaturation() {
        WorldResult busy = twin(scenario("850/s"));

        assertThat(Twin.cannotPredict(busy, Figure.P99)).isTrue();
        assertThat(Twin.cannotPredict(busy, Figure.P50)).isFalse();
        assertThat(Twin.cannotPredict(busy.as(World.SIMULATION), Figure.P99)).isFalse();
        assertThat(busy.notes()).anyMatch(note -> note.contains("not predictable here"));
        assertThat(twin(scenario("100/s")).notes()).noneMatch(note -> note.contains("not predictable"));
    }
}

package dev.chokepoint.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.host.world.Phase;
import dev.chokepoint.lab.diagnose.Diagnosis;
import dev.chokepoint.lab.measure.Aftermath;
import dev.chokepoint.lab.measure.PhaseShare;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.scenario.ScenarioText;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicatedRunTest {
    private static final String BEHIND = """
            name: test
            warmup: 500ms
            duration: 2s
            model: replicated
            app: {ask: {work: {mean: 1ms, law: exponential}}}
            server: {count: 3}
            balancer: {health: {every: 20s, timeout: 20s}, link: {latency: 1ms, bandwidth: 100Mbit/s}}
            clients: [{count: 20, load: {poisson: 300/s}, link: {latency: 2ms, bandwidth: 100Mbit/s}}]
            """;

    /** Exactly in the simulator; live, marks of two processes are put into one order by their clocks. */
    private static void assertPhasesSum(WorldResult result) {
        double sum = result.phases().stream().mapToDouble(PhaseShare::meanNanos).sum();
        assertThat(sum)
                .isCloseTo(result.latency().meanNanos(), within((result.world() == World.LIVE ? 0.01 : 1e-6) * sum));
    }

    private static boolean has(WorldResult result, Phase phase, String place) {
        return result.phases().stream()
                .anyMatch(share -> share.phase() == phase && share.place().equals(place));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ideal", "tcp"})
    void shouldFollowMessagesThroughAProgramThatPassesBytesOn(String transport) {
        WorldResult result = Scenarios.simulate(new ScenarioText("test.yaml", BEHIND + "transport: " + transport));

        assertThat(result.load().errors()).isEmpty();
        assertThat(has(result, Phase.CPU, "balancer")).isTrue();
        assertThat(has(result, Phase.TRAVEL, "link balancer->server")).isTrue();
        assertThat(has(result, Phase.TRAVEL, "link balancer->clients")).isTrue();
        assertPhasesSum(result);
    }

    @Test
    void shouldNameTheBalancerWhenItIsTheChokepoint() {
        Diagnosis diagnosis = Scenarios.simulate(new ScenarioText(
                        "test.yaml",
                        BEHIND.replace("count: 3", "count: 10").replace(", bandwidth: 100Mbit/s", "")
                                + "costs: {turn: 300us}"))
                .diagnosis();

        assertThat(diagnosis.chokepoint().orElseThrow().resource()).isEqualTo("balancer cpu");
        assertThat(diagnosis.bounds().getFirst().resource()).startsWith("balancer ");
        assertThat(diagnosis.chokepoint().orElseThrow().capacityPerSecond())
                .isCloseTo(diagnosis.bounds().getFirst().capacityPerSecond(), within(100.0));
        assertThat(diagnosis.next().orElseThrow().fix()).isEqualTo("balancer cpu: 1 -> 10 cores, 1 -> 10 lanes");
    }

    /** A crash is heard of at once; of a host without power nobody hears, until checks have failed. */
    @Test
    void shouldTellWhatFollowedEachFault() {
        WorldResult result = Scenarios.simulate(Scenarios.example("replicated"));

        List<Aftermath> after = result.aftermaths();
        assertThat(after)
                .extracting(Aftermath::fault)
                .containsExactly("at 2s: crash server-2", "at 3s: restart server-2", "at 4.5s: power-off server-3");
        assertThat(after.getFirst().lost()).isPositive();
        assertThat(after.getFirst().noticedNanos().orElseThrow()).isLessThan(300_000_000L);
        assertThat(after.getLast().lost()).isGreaterThan(after.getFirst().lost());
        assertThat(after.getLast().noticedNanos().orElseThrow()).isBetween(400_000_000L, 1_800_000_000L);
        assertThat(after.getLast().backNanos()).isPresent();
        assertThat(after.getFirst().beforePerSecond()).isCloseTo(500, within(75.0));
    }

    @Test
    void shouldRunLiveWithAllServersInOneProcess() {
        WorldResult result = Scenarios.run(
                        new ScenarioText("test.yaml", BEHIND + "faults: [{at 1s: crash server-2}]"),
                        EnumSet.of(World.LIVE),
                        new ReplicationPlan.Fixed(1))
                .worlds()
                .getFirst();

        assertThat(result.load().delivered()).isPositive();
        assertThat(result.aftermaths()).hasSize(1);
        assertThat(has(result, Phase.INBOX, "balancer")).isTrue();
        assertThat(has(result, Phase.CPU, "balancer")).isFalse();
        assertThat(result.notes()).anyMatch(note -> note.contains("a balancer passes bytes on"));
        assertPhasesSum(result);
    }
}

package dev.chokepoint.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.lab.diagnose.Diagnosis;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.PhaseShare;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.statistics.PairedDifference;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each example shows in the simulator what its comment says it teaches. */
class ExamplesRunTest {
    @ParameterizedTest
    @CsvSource({
        "ask, server cpu, clients in flight, false",
        "bottleneck-cpu, server cpu, link server->clients, true",
        "bottleneck-link, link server->clients, server cpu, true"
    })
    void shouldNameTheChokepointAndTheVerifiedNextOne(String example, String first, String next, boolean saturated) {
        Diagnosis diagnosis = Scenarios.simulate(Scenarios.example(example)).diagnosis();

        assertThat(diagnosis.chokepoint().orElseThrow().resource()).isEqualTo(first);
        assertThat(diagnosis.saturated()).isEqualTo(saturated);
        Diagnosis.Next predicted = diagnosis.next().orElseThrow();
        assertThat(predicted.chokepoint().resource()).isEqualTo(next);
        Diagnosis.Verification verified = predicted.verified().orElseThrow();
        assertThat(verified.confirmed()).isTrue();
        assertThat(verified.carriedPerSecond())
                .isCloseTo(
                        predicted.chokepoint().capacityPerSecond(),
                        within(0.1 * predicted.chokepoint().capacityPerSecond()));
    }

    /** Ten times the cores, and the same requests at the same moments. */
    @Test
    void shouldKnowWhatTheFixIsWorth() {
        WorldResult result = Scenarios.run(
                        Scenarios.example("ask"), EnumSet.of(World.SIMULATION), new ReplicationPlan.Automatic())
                .worlds()
                .getFirst();

        Diagnosis.Verification verified =
                result.diagnosis().next().orElseThrow().verified().orElseThrow();
        PairedDifference mean = verified.changes().stream()
                .filter(change -> change.figure() == Figure.MEAN)
                .findFirst()
                .orElseThrow()
                .difference();
        assertThat(mean.change().mean())
                .as("the queue of an M/M/1 at load 0.4: 0.67 ms")
                .isBetween(-0.8e6, -0.55e6);
        assertThat(mean.change().halfWidth()).isLessThan(0.2e6);
        assertThat(mean.change().count()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"ask", "bottleneck-cpu", "bottleneck-link", "slow-client"})
    void shouldSplitTheMeanLatencyIntoPhasesExactly(String example) {
        WorldResult result = Scenarios.simulate(Scenarios.example(example));

        double sum = result.phases().stream().mapToDouble(PhaseShare::meanNanos).sum();
        assertThat(sum).isCloseTo(result.latency().meanNanos(), within(0.5));
    }

    @Test
    void shouldKeepFastClientsFastBesideSlowOnes() {
        WorldResult result = Scenarios.simulate(Scenarios.example("slow-client"));

        assertThat(result.diagnosis().chokepoint().orElseThrow().resource()).isEqualTo("link server->modems");
        assertThat(result.latency().p50Nanos()).isLessThan(30_000_000);
        assertThat(result.latency().p99Nanos()).isGreaterThan(400_000_000);
        assertThat(result.load().failed()).isZero();
    }
}

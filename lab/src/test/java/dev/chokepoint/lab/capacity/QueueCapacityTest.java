package dev.chokepoint.lab.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.ScenarioText;
import dev.chokepoint.lab.scenario.Variation;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The capacity of a simulated M/M/1 queue against its closed form: the response time is exponential with rate mu - lambda, so
 * its q-quantile is below X up to lambda = mu + ln(1 - q) / X.
 */
class QueueCapacityTest {
    private static final double MU = 1000;

    private static WorldCapacity capacity(String objectives, String load) {
        ScenarioText text = new ScenarioText("test.yaml", """
                name: queue
                seed: 1
                warmup: 1s
                duration: 10s
                app: {ask: {request: 200B, response: 2kB, work: {mean: 1ms, law: exponential}}}
                server: {cores: 1}
                clients: [{name: clients, count: 2000, load: {%s}, link: {latency: 0us, bandwidth: 100Gbit/s}}]
                costs: {turn: 0us, accept: 0us, read: 0us, write: 0us, byte: 0ns}
                slo: [%s]
                """.formatted(load, objectives));
        ScenarioSource source = new ScenarioSource(text, Variation.NONE);
        CapacityPlan plan = new CapacityPlan(List.of(World.SIMULATION), 0.05, 0);
        return CapacitySearch.find(source.read(), source, plan, ScriptedSystem.QUIET)
                .worlds()
                .getFirst();
    }

    /** A load counts as met by a 95 % interval, so an end may lie a little beyond the truth: half a per cent is declared. */
    private static void assertEncloses(WorldCapacity found, double exact) {
        assertThat(found.capacity().found()).isTrue();
        assertThat(found.capacity().met().orElseThrow().load()).isLessThan(1.005 * exact);
        assertThat(found.capacity().above().orElseThrow().load()).isGreaterThan(0.995 * exact);
        assertThat(found.capacity().width()).isLessThan(0.12);
    }

    @Test
    void shouldEncloseTheClosedFormFromBelow() {
        WorldCapacity found = capacity("p99 < 20ms", "poisson: 300/s");

        assertEncloses(found, MU + Math.log(0.01) / 0.020);
        LoadPoint own = found.own().orElseThrow();
        assertThat(own.outcome()).isEqualTo(Outcome.MET);
        assertThat(own.of(Figure.MEAN).orElseThrow().value()).isCloseTo(1e9 / 700, within(0.05e6));
        assertThat(own.chokepoint().orElseThrow().resource()).startsWith("server");
        assertThat(own.fullAt().orElseThrow()).isCloseTo(MU / 300, within(0.1));
        double knee = found.knee().orElseThrow().point().load();
        assertThat(knee).as("half the capacity, as near as was tried").isBetween(0.35 * MU, 0.65 * MU);
    }

    @Test
    void shouldEncloseTheClosedFormFromAbove() {
        WorldCapacity found = capacity("p50 < 3ms", "poisson: 1400/s");

        assertThat(found.own().orElseThrow().outcome()).isEqualTo(Outcome.MISSED);
        assertEncloses(found, MU + Math.log(0.5) / 0.003);
    }

    /** Without objectives what counts is that the queue keeps up. */
    @Test
    void shouldFindTheServiceRateWithoutObjectives() {
        WorldCapacity found = capacity("", "poisson: 300/s");

        assertThat(found.capacity().met().orElseThrow().load()).isBetween(930.0, 1010.0);
        assertThat(found.capacity().above().orElseThrow().load()).isBetween(960.0, 1060.0);
    }
}

package dev.chokepoint.lab.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.chokepoint.lab.run.RunProgress;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.ScenarioText;
import dev.chokepoint.lab.scenario.Variation;
import dev.chokepoint.live.Descriptors;
import dev.chokepoint.live.IoModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparedTest {
    private static final String YAML = """
            seed: 1
            warmup: 500ms
            duration: 3s
            app: {ask: {work: 100us}}
            clients: [{count: 3, load: {closed: {think: 1ms}}, link: {latency: 0s, bandwidth: unlimited}}]
            """;

    private final List<String> steps = new ArrayList<>();

    private static ScenarioSource source(String compare) {
        return new ScenarioSource(new ScenarioText("io.yaml", YAML + compare), Variation.NONE);
    }

    private static List<Variant> variants(String compare) {
        Scenario scenario = source(compare).read();
        return Variant.of(scenario, Variation.NONE.withSeed(9));
    }

    @Test
    void shouldRunEveryModelAtOneNumberOfClientsBeforeTheNext() {
        List<Variant> variants = variants("compare: {io: [event-loop, pool], clients: [1, 50]}");

        assertThat(variants)
                .extracting(variant -> variant.series() + " " + variant.clients())
                .containsExactly("event-loop 1", "pool 1", "event-loop 50", "pool 50");
        assertThat(variants.getLast().variation())
                .isEqualTo(Variation.NONE.withSeed(9).withClients(50).withIo(IoModel.POOL));
    }

    @Test
    void shouldLeaveAsWrittenWhatIsNotCompared() {
        assertThat(variants("compare: {clients: [7]}"))
                .extracting(variant -> variant.series() + " " + variant.clients())
                .containsExactly("event-loop 7");
        assertThat(variants("compare: {io: [virtual]}"))
                .extracting(variant -> variant.series() + " " + variant.clients())
                .containsExactly("virtual 3");
    }

    @Test
    void shouldMeasureWhatCanRunAndSkipWhatCant() {
        assumeTrue(Descriptors.limit() < 1_000_000, "this process may open a million files: nothing to skip");
        ScenarioSource source = source("compare: {clients: [2, 1000000]}");

        Compared compared = Compared.of(source.read(), source, progress(false));

        assertThat(compared.outcomes()).hasSize(2);
        Outcome two = compared.outcomes().getFirst();
        assertThat(two.skipped()).isEmpty();
        // On a machine that is too busy nothing may have come through, and then nothing has a price either.
        boolean carried = two.carriedPerSecond() > 0;
        assertThat(carried ? two.cpuNanosPerMessage() : 100_000).isGreaterThan(50_000);
        assertThat(two.measured().orElseThrow().server().threadsMax()).isBetween(2, 200);
        assertThat(two.measured().orElseThrow().server().memoryBytesMax()).isGreaterThanOrEqualTo(0);
        Outcome million = compared.outcomes().getLast();
        assertThat(million.skipped()).hasValueSatisfying(why -> assertThat(why).contains("ulimit -n"));
        assertThat(compared.most(1_000_000)).isEmpty();
        assertThat(steps).contains("event-loop, 2 (1 of 2)");
    }

    @Test
    void shouldGiveWhatIsDoneWhenItIsStopped() {
        ScenarioSource source = source("compare: {clients: [1, 2]}");

        Compared compared = Compared.of(source.read(), source, progress(true));

        assertThat(compared.outcomes()).isEmpty();
        assertThat(compared.asked()).isEqualTo(2);
    }

    private RunProgress progress(boolean stopped) {
        return new RunProgress() {
            @Override
            public void step(String what, double fraction) {
                steps.add(what);
            }

            @Override
            public boolean stopped() {
                return stopped;
            }
        };
    }
}

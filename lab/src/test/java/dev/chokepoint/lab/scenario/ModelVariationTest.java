package dev.chokepoint.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chokepoint.lab.scenario.PlannedFault.CrashProcess;
import org.junit.jupiter.api.Test;

/** One file, read in another model than its own. */
class ModelVariationTest {
    private static final String CENTRAL = """
            app: {ask: {work: 1ms}}
            clients: [{load: {poisson: 100/s}, link: {latency: 5ms}}]
            warmup: 1s
            duration: 6s
            """;

    private static Scenario read(String yaml, Variation variation) {
        return new ScenarioSource(new ScenarioText("test.yaml", yaml), variation).read();
    }

    @Test
    void shouldPutABalancerAndThreeServersInTheServersPlace() {
        Scenario replicated = read(CENTRAL, Variation.NONE.withModel(Model.REPLICATED));

        assertThat(replicated.model()).isEqualTo(Model.REPLICATED);
        assertThat(replicated.balancer()).isPresent();
        assertThat(replicated.server().count()).isEqualTo(3);
        assertThat(replicated.clients().getFirst().to()).isEqualTo(BalancerSpec.NAME);
        assertThat(replicated.clients().getFirst().link())
                .isEqualTo(read(CENTRAL, Variation.NONE).clients().getFirst().link());
    }

    @Test
    void shouldKeepTheServersThatTheFileNames() {
        String yaml = CENTRAL + "server: {count: 5, cores: 2}\nmodel: replicated\nfaults: [at 2s: crash server-5]\n";

        assertThat(read(yaml, Variation.NONE.withModel(Model.REPLICATED))
                        .server()
                        .count())
                .isEqualTo(5);
        Scenario central = read(yaml, Variation.NONE.withModel(Model.CENTRAL));
        assertThat(central.server().count()).isEqualTo(1);
        assertThat(central.server().cores()).isEqualTo(2);
        assertThat(central.faults()).isEmpty();
        assertThat(read(yaml, Variation.NONE).faults()).hasSize(1);
    }

    @Test
    void shouldDescribeABalancerForTheModelThatHasOne() {
        String yaml = CENTRAL + "balancer: {policy: random}\ncompare: {models: [central, replicated]}\n";

        assertThat(read(yaml, Variation.NONE).balancer()).isEmpty();
        assertThat(read(yaml, Variation.NONE.withModel(Model.REPLICATED)).balancer())
                .hasValueSatisfying(it -> assertThat(it.policy()).isEqualTo(BalancerSpec.Policy.RANDOM));
    }

    @Test
    void shouldSayWhyAModelDoesNotFit() {
        assertThatThrownBy(() -> read(CENTRAL + "transport: udp\n", Variation.NONE.withModel(Model.REPLICATED)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("a balancer shares connections");
    }

    @Test
    void shouldKillAProcessHalfWay() {
        Scenario killed = read(CENTRAL, Variation.NONE.withDeathOf("server"));

        assertThat(killed.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.atNanos()).isEqualTo(4_000_000_000L);
            assertThat(fault.action()).isEqualTo(new CrashProcess("server"));
            assertThat(fault.text()).isEqualTo("at 4 s: crash server");
        });
    }
}

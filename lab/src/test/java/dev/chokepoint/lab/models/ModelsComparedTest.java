package dev.chokepoint.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.NodeBytes;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.models.Contrast.Metric;
import dev.chokepoint.lab.models.ModelPlan.Method;
import dev.chokepoint.lab.run.RunProgress;
import dev.chokepoint.lab.scenario.Model;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.ScenarioText;
import dev.chokepoint.lab.scenario.Variation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ModelsComparedTest {
    /** One server carries 500 of these a second. */
    private static final String ASK = """
            seed: 1
            warmup: 500ms
            duration: 4s
            app: {ask: {request: 200B, response: 1kB, work: {mean: 2ms, law: exponential}}}
            clients: [{count: 40, load: {poisson: 300/s}, link: {latency: 5ms}}]
            balancer: {health: {every: 200ms, timeout: 200ms}}
            compare: {models: [central, replicated]}
            """;

    private final List<String> steps = new ArrayList<>();

    private ModelsCompared compare(String yaml, List<Integer> clients, Method capacity, int stopAfter) {
        ScenarioSource source = new ScenarioSource(new ScenarioText("ask.yaml", yaml), Variation.NONE);
        Scenario scenario = source.read();
        List<Integer> counts = clients.isEmpty() ? ModelPlan.clients(scenario) : clients;
        ModelPlan plan = new ModelPlan(
                List.of(World.SIMULATION), ModelPlan.models(scenario), counts, OptionalInt.of(5), capacity);
        return ModelsCompared.of(scenario, source, plan, new RunProgress() {
            @Override
            public void step(String what, double fraction) {
                steps.add(what);
            }

            @Override
            public boolean stopped() {
                return steps.size() >= stopAfter;
            }
        });
    }

    private static ModelFigures of(ModelsCompared compared, Model model) {
        return compared.outcomes().stream()
                .filter(one -> one.variant().model() == model)
                .flatMap(one -> one.believed().stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldOfferBothModelsTheSameMessages() {
        ModelsCompared compared = compare(ASK, List.of(), Method.BOUND, Integer.MAX_VALUE);

        ModelFigures central = of(compared, Model.CENTRAL);
        ModelFigures replicated = of(compared, Model.REPLICATED);
        assertThat(central.runs()).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(central.runs().get(i).load().intended())
                    .isEqualTo(replicated.runs().get(i).load().intended());
        }
        assertThat(central.cost()).isEqualTo(new Cost(1, 1));
        assertThat(replicated.cost()).isEqualTo(new Cost(4, 4));
        // 1 / 2 ms of one server, and of three; what a server charges besides is a few microseconds.
        assertThat(central.capacity().orElseThrow().perSecond()).isBetween(460.0, 520.0);
        assertThat(replicated.capacity().orElseThrow().perSecond()).isBetween(1_380.0, 1_560.0);
        assertThat(central.capacity().orElseThrow().lowPerSecond())
                .isLessThan(central.capacity().orElseThrow().perSecond());
        assertThat(central.of(Figure.P99).halfWidth()).isPositive();
        assertThat(compared.someMet()).isTrue();
    }

    @Test
    void shouldTellAServersDeathFromTheBalancers() {
        ModelsCompared compared = compare(ASK, List.of(), Method.BOUND, Integer.MAX_VALUE);

        List<Death> central = of(compared, Model.CENTRAL).deaths();
        assertThat(central).extracting(Death::node).containsExactly("server");
        assertThat(central.getFirst().lostMean()).isEqualTo(1, within(0.03));
        assertThat(central.getFirst().backNanos()).isEmpty();
        assertThat(central.getFirst().messages()).isEqualTo(600, within(60.0));

        List<Death> replicated = of(compared, Model.REPLICATED).deaths();
        assertThat(replicated).extracting(Death::node).containsExactly("balancer", "server-1");
        assertThat(replicated.getFirst().lostMean()).isEqualTo(1, within(0.03));
        assertThat(replicated.getLast().lostMean()).isLessThan(0.1);
        assertThat(replicated.getLast().backNanos()).isPresent();
    }

    @Test
    void shouldCountTheBytesOfEachNode() {
        ModelsCompared compared = compare(ASK, List.of(), Method.BOUND, Integer.MAX_VALUE);

        // A request of 200 B in, an answer of 1 kB out; the balancer has both twice.
        NodeBytes server = of(compared, Model.CENTRAL).busiest().orElseThrow();
        assertThat(server.node()).isEqualTo("server");
        assertThat(server.bytesPerMessage()).isEqualTo(1_200, within(40.0));
        NodeBytes balancer = of(compared, Model.REPLICATED).busiest().orElseThrow();
        assertThat(balancer.node()).isEqualTo("balancer");
        assertThat(balancer.bytesPerMessage()).isEqualTo(2_400, within(80.0));
        assertThat(of(compared, Model.REPLICATED).result().nodes())
                .filteredOn(node -> node.node().startsWith("server-"))
                .hasSize(3)
                .allSatisfy(node -> assertThat(node.bytesPerMessage()).isEqualTo(400, within(120.0)));
        assertThat(of(compared, Model.CENTRAL).result().nodes())
                .filteredOn(node -> node.node().equals("clients"))
                .singleElement()
                .satisfies(node -> {
                    assertThat(node.count()).isEqualTo(40);
                    assertThat(node.bytesPerMessage()).isEqualTo(30, within(1.0));
                });
    }

    @Test
    void shouldSayWhichDifferencesAreMoreThanChance() {
        ModelsCompared compared = compare(ASK, List.of(), Method.BOUND, Integer.MAX_VALUE);

        List<Contrast> contrasts = compared.contrasts(World.SIMULATION, 40);
        assertThat(contrasts).hasSize(5);
        assertThat(contrasts)
                .filteredOn(one -> one.metric() == Metric.P99 || one.metric() == Metric.CAPACITY)
                .allMatch(Contrast::significant);
        // Both lose everything when what all go through dies.
        assertThat(contrasts)
                .filteredOn(one -> one.metric() == Metric.LOST)
                .singleElement()
                .satisfies(one -> assertThat(one.significant()).isFalse());
    }

    @Test
    void shouldBringMoreLoadWithMoreClients() {
        ModelsCompared compared = compare(ASK, List.of(40, 80), Method.BOUND, Integer.MAX_VALUE);

        assertThat(compared.clients(World.SIMULATION)).containsExactly(40, 80);
        ModelFigures few =
                compared.at(World.SIMULATION, 40).getFirst().figures().orElseThrow();
        ModelFigures many =
                compared.at(World.SIMULATION, 80).getFirst().figures().orElseThrow();
        assertThat(few.result().load().offeredPerSecond()).isEqualTo(300, within(20.0));
        assertThat(many.result().load().offeredPerSecond()).isEqualTo(600, within(30.0));
        assertThat(many.result().diagnosis().saturated()).isTrue();
        assertThat(many.deaths()).isEmpty();
    }

    @Test
    void shouldSearchTheCapacity() {
        ModelsCompared compared = compare(ASK + "slo: [p99 < 60ms]\n", List.of(), Method.SEARCH, Integer.MAX_VALUE);

        CapacityFigure central = of(compared, Model.CENTRAL).capacity().orElseThrow();
        // M/M/1: p99 of the time in the system is 4.6 / (500 - load) s, and 10 ms of it are the links: about 400/s.
        assertThat(central.lowPerSecond()).isBetween(330.0, central.highPerSecond());
        assertThat(central.highPerSecond()).isBetween(370.0, 500.0);
        assertThat(of(compared, Model.REPLICATED).capacity().orElseThrow().lowPerSecond())
                .isGreaterThan(central.highPerSecond());
    }

    @Test
    void shouldSayWhyAModelIsLeftOut() {
        ModelsCompared compared =
                compare(ASK.replace("app:", "transport: udp\napp:"), List.of(), Method.BOUND, Integer.MAX_VALUE);

        assertThat(compared.outcomes()).hasSize(2);
        assertThat(compared.outcomes().getLast().skipped())
                .hasValueSatisfying(why -> assertThat(why).contains("a balancer shares connections"));
        assertThat(compared.measured()).isTrue();
    }

    @Test
    void shouldGiveWhatIsDoneWhenItIsStopped() {
        ModelsCompared compared = compare(ASK, List.of(), Method.BOUND, 0);

        assertThat(compared.outcomes()).isEmpty();
        assertThat(compared.asked()).isEqualTo(2);
        assertThat(compared.measured()).isFalse();
    }

    @Test
    void shouldFollowAMessageFromHostToHost() {
        ModelsCompared compared = compare(ASK, List.of(), Method.BOUND, Integer.MAX_VALUE);

        MessageWay way = MessageWay.of(of(compared, Model.REPLICATED).result());
        assertThat(way.hosts()).containsExactly("clients", "balancer", "server");
        assertThat(way.steps().getFirst()).isInstanceOf(MessageWay.Step.class);
        double sum =
                way.steps().stream().mapToDouble(MessageWay.Step::meanNanos).sum();
        assertThat(sum)
                .isEqualTo(of(compared, Model.REPLICATED).result().latency().meanNanos(), within(1_000.0));
    }
}

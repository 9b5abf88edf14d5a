package dev.chokepoint.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.measure.NodeBytes;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.models.ModelPlan.Method;
import dev.chokepoint.lab.run.RunProgress;
import dev.chokepoint.lab.scenario.Model;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.ScenarioText;
import dev.chokepoint.lab.scenario.Variation;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is commonly said of the five models, as far as the simulator agrees. */
class FiveModelsTest {
    private static ModelFigures of(Model model, int room, int perSecond) {
        String yaml = """
                seed: 1
                warmup: 500ms
                duration: 2s
                transport: tcp
                app: {chat: {room: %d, message: 64B}}
                server: {count: 3}
                clients:
                - count: 60
                  load: {poisson: %d/s}
                  access: {up: {latency: 5ms, bandwidth: 10Mbit/s}, down: {latency: 5ms, bandwidth: 50Mbit/s}}
                compare: {models: [central, replicated, federated, hybrid, mesh]}
                """.formatted(room, perSecond);
        ScenarioSource source = new ScenarioSource(new ScenarioText("chat.yaml", yaml), Variation.NONE);
        ModelPlan plan =
                new ModelPlan(List.of(World.SIMULATION), List.of(model), List.of(60), OptionalInt.of(2), Method.BOUND);
        ModelsCompared compared = ModelsCompared.of(source.read(), source, plan, new RunProgress() {
            @Override
            public void step(String what, double fraction) {}

            @Override
            public boolean stopped() {
                return false;
            }
        });
        return compared.outcomes().getFirst().believed().orElseThrow();
    }

    private static String chokepoint(ModelFigures figures) {
        return figures.result()
                .diagnosis()
                .chokepoint()
                .map(Chokepoint::resource)
                .orElseThrow();
    }

    private static double said(ModelFigures figures) {
        return figures.capacity().orElseThrow().perSecond() / figures.fanOut();
    }

    private static Death death(ModelFigures figures, String node) {
        return figures.deaths().stream()
                .filter(death -> death.node().equals(node))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldMakeTheServerTheChokepointOfACentralChatWhoseCapacityFallsAsOneOverFanOut() {
        ModelFigures small = of(Model.CENTRAL, 10, 60);
        ModelFigures large = of(Model.CENTRAL, 60, 60);

        assertThat(List.of(chokepoint(small), chokepoint(large)))
                .allMatch(resource -> resource.startsWith("server ") || resource.contains(" server->"));
        assertThat(small.fanOut()).isEqualTo(9, within(0.001));
        assertThat(large.fanOut()).isEqualTo(59, within(0.001));
        // A message itself costs the server a turn and a read besides its deliveries, the more of them the less that
        // shows.
        assertThat(said(small) / said(large)).isBetween(0.7 * 59 / 9, 1.05 * 59 / 9);
    }

    /** The textbook has replicated servers scale until the backplane. Here everything passes a balancer of one core, which is full before. */
    @Test
    void shouldMakeTheBalancerTheChokepointOfAReplicatedChat() {
        ModelFigures replicated = of(Model.REPLICATED, 20, 60);

        assertThat(chokepoint(replicated)).startsWith("balancer ");
        assertThat(replicated.busiest().orElseThrow().node()).isEqualTo("balancer");
        assertThat(death(replicated, "balancer").lostMean()).isGreaterThan(0.95);
        assertThat(death(replicated, "backplane").lostMean()).isBetween(0.2, 0.9);
    }

    @Test
    void shouldMakeTheClientsOwnLinkTheChokepointWhereTheyServeEachOther() {
        assertThat(chokepoint(of(Model.HYBRID, 20, 60))).startsWith("access clients->");
        assertThat(chokepoint(of(Model.MESH, 20, 60))).startsWith("access clients->");
    }

    @Test
    void shouldPutNoMoreOnOneNodeThanItsShare() {
        NodeBytes central = of(Model.CENTRAL, 20, 60).busiest().orElseThrow();
        NodeBytes hybrid = of(Model.HYBRID, 20, 60).busiest().orElseThrow();

        assertThat(central.node()).isEqualTo("server");
        assertThat(hybrid.node()).isEqualTo("clients");
        assertThat(hybrid.bytesPerMessage()).isLessThan(central.bytesPerMessage() / 10);
    }

    @Test
    void shouldLoseEverythingWithTheOnlyServer() {
        Death server = death(of(Model.CENTRAL, 20, 120), "server");

        assertThat(server.lostMean()).isGreaterThan(0.95);
        assertThat(server.backNanos()).isEmpty();
    }

    @Test
    void shouldLoseAFederatedServersOwnClientsAndTheSplit() {
        ModelFigures federated = of(Model.FEDERATED, 20, 120);

        // A third of the people are a leaf's; of the root's death the other two parts don't hear each other either.
        double root = death(federated, "server-1").lostMean();
        double leaf = death(federated, "server-3").lostMean();
        assertThat(root).isGreaterThan(leaf).isBetween(0.1, 0.95);
        assertThat(leaf).isLessThan(0.7);
    }

    @Test
    void shouldLoseNearlyNothingWithOnePeer() {
        assertThat(death(of(Model.MESH, 20, 120), "clients/1").lostMean()).isLessThan(0.1);
        ModelFigures hybrid = of(Model.HYBRID, 20, 120);
        assertThat(death(hybrid, "clients/1").lostMean()).isLessThan(0.1);
        assertThat(death(hybrid, "server").lostMean()).isLessThan(0.05);
    }
}

package dev.chokepoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.Phase;
import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Statistics;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.scenario.Model;
import dev.chokepoint.lab.scenario.Objective;
import dev.chokepoint.lab.topology.Drawing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a closed choice of ours can be, the published schemas allow. */
class ResultsSchemaTest {
    private static final String WORLD = "/properties/worlds/items/properties";

    record Choice(String schema, String pointer, Class<? extends Enum<?>> choice) {}

    static List<Choice> choices() {
        return List.of(
                new Choice("results", "/properties/scenario/properties/model", Model.class),
                new Choice("results", "/properties/scenario/properties/addressFamily", Address.Family.class),
                new Choice("results", WORLD + "/world", World.class),
                new Choice("results", WORLD + "/phases/items/properties/phase", Phase.class),
                new Choice("results", WORLD + "/resources/items/properties/kind", ResourceUse.Kind.class),
                new Choice(
                        "results",
                        WORLD + "/statistics/properties/estimates/items/properties/doubt",
                        Estimate.Doubt.class),
                new Choice(
                        "results",
                        WORLD + "/statistics/properties/warmup/properties/verdict",
                        Statistics.Warmup.Verdict.class),
                new Choice(
                        "results", "/properties/objectives/items/properties/metric", Objective.Metric.class),
                new Choice("results", "/properties/objectives/items/properties/world", World.class),
                new Choice(
                        "results", "/properties/topology/properties/hosts/items/properties/role", Drawing.Role.class),
                new Choice("events", "/oneOf/0/properties/worlds/items", World.class),
                new Choice("events", "/oneOf/2/properties/world", World.class));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void shouldAllowEveryConstant(Choice choice) {
        JsonNode schema = JsonMapper.shared().readTree(About.text(choice.schema() + ".schema.json"));
        List<String> allowed = new ArrayList<>();
        schema.at(choice.pointer() + "/enum").forEach(value -> allowed.add(value.asString()));

        assertThat(allowed)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(choice.choice().getEnumConstants())
                                .map(JsonReport::lower)
                                .toList());
    }
}

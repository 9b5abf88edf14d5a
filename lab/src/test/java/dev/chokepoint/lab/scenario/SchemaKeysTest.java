package dev.chokepoint.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The schema knows the reader's keys, words and defaults, and no others. */
class SchemaKeysTest {
    private final JsonNode schema = new EditorSchema().tree();

    static Stream<Arguments> sections() {
        return Stream.of(
                Arguments.of("", ScenarioReader.KEYS),
                Arguments.of("/properties/server", ScenarioReader.SERVER_KEYS),
                Arguments.of("/properties/stream", StreamForm.KEYS),
                Arguments.of("/properties/costs", CostsForm.KEYS),
                Arguments.of("/properties/app", AppForm.KEYS),
                Arguments.of("/definitions/ask", AppForm.ASK_KEYS),
                Arguments.of("/definitions/law/anyOf/1", LawForm.KEYS),
                Arguments.of("/definitions/group", ClientsForm.KEYS),
                Arguments.of("/definitions/load", LoadForm.KEYS),
                Arguments.of("/definitions/load/properties/steps/items", LoadForm.STEP_KEYS),
                Arguments.of("/definitions/load/properties/closed", LoadForm.CLOSED_KEYS),
                Arguments.of("/definitions/link", LinkForm.KEYS),
                Arguments.of("/definitions/direction", LinkForm.DIRECTION_KEYS));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void shouldListTheReadersKeysInItsOrderAndAllowNoOthers(String path, List<String> keys) {
        JsonNode section = schema.at(path);
        assertThat(section.at("/properties").propertyNames()).containsExactlyElementsOf(keys);
        assertThat(section.at("/additionalProperties").booleanValue()).isFalse();
    }

    @Test
    void shouldDescribeEverySection() {
        List<JsonNode> closed = new ArrayList<>();
        collectSections(schema, closed);
        assertThat(closed).hasSize((int) sections().count());
    }

    private static void collectSections(JsonNode node, List<JsonNode> into) {
        if (node.has("additionalProperties")) {
            into.add(node);
        }
        node.forEach(child -> collectSections(child, into));
    }

    @Test
    void shouldKnowEveryMetric() {
        String patterns = schema.at("/definitions/objective/anyOf").toString();
        assertThat(ObjectiveForm.names()).allMatch(name -> patterns.contains(name.replace(".", "\\\\.")));
    }

    @Test
    void shouldSayTheReadersDefaults() {
        String least = "app: {ask: {}}\nclients: [{load: {poisson: 1/s}}]\n";
        String spelled = """
                about: "%s"
                seed: %s
                warmup: %s
                duration: %s
                model: %s
                family: %s
                app: {ask: {request: %s, response: %s, work: %s}}
                server: {cores: %s, lanes: %s}
                clients:
                - load: {poisson: 1/s}
                  name: %s
                  count: %s
                  queue: %s
                  link: {latency: %s, jitter: %s, bandwidth: %s, queue: %s}
                stream:
                  window: %s
                  high-mark: %s
                  send-limit: %s
                  backlog: %s
                  connect-timeout: %s
                  transport: %s
                costs: {turn: %s, accept: %s, read: %s, write: %s, byte: %s}
                slo: %s
                """.formatted(defaults());
        assertThat(read(spelled)).isEqualTo(read(least));
    }

    private Object[] defaults() {
        String root = "/properties/";
        String ask = "/definitions/ask/properties/";
        String group = "/definitions/group/properties/";
        String stream = root + "stream/properties/";
        String costs = root + "costs/properties/";
        return Stream.of(
                        List.of(root + "about", root + "seed", root + "warmup", root + "duration"),
                        List.of(root + "model", root + "family", ask + "request", ask + "response", ask + "work"),
                        List.of(root + "server/properties/cores", root + "server/properties/lanes"),
                        List.of(group + "name", group + "count", group + "queue"),
                        List.of("/definitions/latency", "/definitions/jitter", "/definitions/bandwidth-limit"),
                        List.of("/definitions/link-queue", stream + "window", stream + "high-mark"),
                        List.of(stream + "send-limit", stream + "backlog", stream + "connect-timeout"),
                        List.of(stream + "transport", costs + "turn", costs + "accept", costs + "read"),
                        List.of(costs + "write", costs + "byte", root + "slo"))
                .flatMap(List::stream)
                .map(path -> schema.at(path + "/default"))
                .map(node -> node.isString() ? node.asString() : node.toString())
                .toArray();
    }

    private static Scenario read(String yaml) {
        return ScenarioReader.read(new ScenarioText("same.yaml", yaml));
    }
}

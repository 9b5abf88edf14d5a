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
                Arguments.of("/properties/server/properties/offload", ScenarioReader.OFFLOAD_KEYS),
                Arguments.of("/properties/network", NetworkForm.KEYS),
                Arguments.of("/properties/machines/items", MachinesForm.KEYS),
                Arguments.of("/definitions/wire", NetworkForm.LINK_KEYS),
                Arguments.of("/properties/stream", StreamForm.KEYS),
                Arguments.of("/properties/balancer", BalancerForm.KEYS),
                Arguments.of("/properties/balancer/properties/health", BalancerForm.HEALTH_KEYS),
                Arguments.of("/properties/backplane", BackplaneForm.KEYS),
                Arguments.of("/properties/federation", FederationForm.KEYS),
                Arguments.of("/properties/directory", DirectoryForm.KEYS),
                Arguments.of("/properties/mesh", MeshForm.KEYS),
                Arguments.of("/definitions/chat", AppForm.CHAT_KEYS),
                Arguments.of("/properties/tcp", TcpForm.KEYS),
                Arguments.of("/properties/tcp/properties/delayed-ack", TcpForm.ACK_KEYS),
                Arguments.of("/properties/udp", UdpForm.KEYS),
                Arguments.of("/definitions/link-queue/anyOf/2", QueueForm.KEYS),
                Arguments.of("/definitions/reorder", LinkForm.REORDER_KEYS),
                Arguments.of("/properties/costs", CostsForm.KEYS),
                Arguments.of("/properties/compare", CompareForm.KEYS),
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
                transport: %s
                app: {ask: {request: %s, response: %s, work: %s}}
                server: {count: %s, cores: %s, lanes: %s, io: %s}
                clients:
                - load: {poisson: 1/s}
                  name: %s
                  count: %s
                  queue: %s
                  to: %s
                  link: {latency: %s, jitter: %s, bandwidth: %s, queue: %s}
                stream:
                  window: %s
                  high-mark: %s
                  send-limit: %s
                  backlog: %s
                  connect-timeout: %s
                costs: {turn: %s, accept: %s, read: %s, write: %s, byte: %s}
                slo: %s
                """.formatted(defaults());
        assertThat(read(spelled)).isEqualTo(read(least));
    }

    @Test
    void shouldSayTheReadersDefaultsOfEachTransport() {
        String least = "app: {ask: {}}\nclients: [{load: {poisson: 1/s}}]\n";
        assertThat(read(least + "transport: tcp\ntcp:" + spelled("/properties/tcp")))
                .isEqualTo(read(least + "transport: tcp"));
        assertThat(read(least + "transport: udp\nudp:" + spelled("/properties/udp")))
                .isEqualTo(read(least + "transport: udp"));
        String link = "transport: tcp\napp: {ask: {}}\nclients: [{load: {poisson: 1/s}, link: {%s}}]\n";
        String packets = "loss: %s, duplicate: %s, mtu: %s, framing: %s"
                .formatted(Stream.of("loss", "duplicate", "mtu", "framing")
                        .map(key ->
                                schema.at("/definitions/" + key + "/default").asString())
                        .toArray());
        assertThat(read(link.formatted(packets))).isEqualTo(read(link.formatted("")));
    }

    @Test
    void shouldSayTheReadersDefaultsOfTheBalancer() {
        String least = "app: {ask: {}}\nclients: [{load: {poisson: 1/s}}]\nmodel: replicated\n";
        String path = "/properties/balancer/properties/";
        String balancer =
                "balancer: {policy: %s, cores: %s, lanes: %s, health: {every: %s, timeout: %s, fall: %s, rise: %s}}"
                        .formatted(Stream.of(
                                        "policy",
                                        "cores",
                                        "lanes",
                                        "health/properties/every",
                                        "health/properties/timeout",
                                        "health/properties/fall",
                                        "health/properties/rise")
                                .map(key -> schema.at(path + key + "/default").asString())
                                .toArray());
        assertThat(read(least + balancer)).isEqualTo(read(least));
    }

    /** Each key of a section with its default, also those of a section in it. */
    private String spelled(String path) {
        StringBuilder yaml = new StringBuilder();
        schema.at(path + "/properties").propertyStream().forEach(key -> {
            JsonNode said = key.getValue().path("default");
            String inner = key.getKey().equals("delayed-ack") ? "{segments: 2, time: 40ms}" : said.asString();
            yaml.append("\n  ").append(key.getKey()).append(": ").append(inner);
        });
        return yaml.toString();
    }

    private Object[] defaults() {
        String root = "/properties/";
        String ask = "/definitions/ask/properties/";
        String group = "/definitions/group/properties/";
        String stream = root + "stream/properties/";
        String costs = root + "costs/properties/";
        return Stream.of(
                        List.of(root + "about", root + "seed", root + "warmup", root + "duration"),
                        List.of(
                                root + "model",
                                root + "family",
                                root + "transport",
                                ask + "request",
                                ask + "response",
                                ask + "work"),
                        List.of(
                                root + "server/properties/count",
                                root + "server/properties/cores",
                                root + "server/properties/lanes",
                                root + "server/properties/io"),
                        List.of(group + "name", group + "count", group + "queue", group + "to"),
                        List.of("/definitions/latency", "/definitions/jitter", "/definitions/bandwidth-limit"),
                        List.of("/definitions/link-queue", stream + "window", stream + "high-mark"),
                        List.of(stream + "send-limit", stream + "backlog", stream + "connect-timeout"),
                        List.of(costs + "turn", costs + "accept", costs + "read"),
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

package dev.chokepoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.chokepoint.lab.capacity.CapacityResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CapacityReportTest {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final CapacityResult OPEN = CapacityFixture.open();
    private static final CapacityResult CLOSED = CapacityFixture.closed();

    /** The published schema, but nothing may be written that it does not describe. */
    private static Schema strict() {
        JsonNode schema = MAPPER.readTree(About.text("capacity.schema.json"));
        close(schema);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.has("properties")
                && object.path("type").asString("").equals("object")) {
            object.put("additionalProperties", false);
        }
        node.forEach(CapacityReportTest::close);
    }

    private static String text(CapacityResult result) {
        StringBuilder out = new StringBuilder();
        CapacityReport.print(result, out, 80, false);
        return out.toString();
    }

    @Test
    void shouldMatchItsSchemaWhateverTheResults() {
        for (CapacityResult result :
                new CapacityResult[] {OPEN, CLOSED, CapacityFixture.hostile(), CapacityFixture.stopped()}) {
            assertThat(strict().validate(MAPPER.readTree(CapacityReport.json(result))))
                    .isEmpty();
        }
        ObjectNode missing = (ObjectNode) MAPPER.readTree(CapacityReport.json(OPEN));
        missing.remove("loadUnit");
        assertThat(strict().validate(missing)).isNotEmpty();
    }

    @Test
    void shouldPublishTheSchemaThatItCarries() throws IOException {
        Path published = Path.of(System.getProperty("chokepoint.root"), "docs/reference/capacity.schema.json");

        assertThat(Files.readString(published)).isEqualTo(About.text("capacity.schema.json"));
    }

    @Test
    void shouldGiveAnIntervalAndEveryLoadBehindIt() {
        JsonNode root = MAPPER.readTree(CapacityReport.json(OPEN));
        JsonNode capacity = root.at("/worlds/0/capacity");

        assertThat(root.path("schema").asString()).isEqualTo("chokepoint-capacity/1");
        assertThat(capacity.path("found").asBoolean()).isTrue();
        assertThat(capacity.path("metLoad").asDouble()).isBetween(200.0, 950.0);
        assertThat(capacity.path("aboveLoad").asDouble())
                .isGreaterThan(capacity.path("metLoad").asDouble());
        assertThat(root.at("/worlds/0/points").size()).isGreaterThan(8);
        assertThat(root.at("/worlds/0/points/0/chokepoint/resource").asString()).startsWith("server");
        assertThat(MAPPER.readTree(CapacityReport.json(CLOSED)).path("loadUnit").asString())
                .isEqualTo("clients");
    }

    @Test
    void shouldPrintTheAnswerTheLoadsAndTheCurveInEightyColumns() {
        String text = text(OPEN);

        assertThat(text)
                .contains("In the simulation the highest load that meets the objectives is between")
                .contains(
                        "The chokepoint at", "server cpu", "own load", "MISSED", "● p99", "[ ] capacity", "p99 < 40ms")
                .contains("carried > 100/s is judged only where more than that is offered");
        assertThat(text.lines()).allSatisfy(line -> assertThat(Text.width(line)).isLessThanOrEqualTo(80));
        assertThat(text(CLOSED)).contains("clients");
    }

    @Test
    void shouldSayWhereNothingMetAndWhereNothingWasTried() {
        assertThat(text(CapacityFixture.hostile()))
                .contains("no load was shown to meet the objectives", "does not meet them: p50 < 1us was missed");
        assertThat(text(CapacityFixture.stopped())).contains("No answer");
    }

    @Test
    void shouldEscapeWhatUsersWrote() {
        String page = CapacityPage.of(CapacityFixture.hostile());

        assertThat(page).doesNotContain("<script>alert");
        assertThat(page).contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
        assertThat(page).contains("./chokepoint capacity examples/test.yaml --precision 20% --seed 1");
    }
}

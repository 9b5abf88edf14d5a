package dev.chokepoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.chokepoint.lab.run.RunResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonReportTest {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @TempDir
    Path folder;

    private static JsonNode written(RunResult result) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(result, out);
        return MAPPER.readTree(out.toByteArray());
    }

    /** The published schema, but nothing may be written that it does not describe. */
    private static Schema strict() {
        JsonNode schema = MAPPER.readTree(About.text("results.schema.json"));
        close(schema);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.has("properties")
                && object.path("type").asString("").equals("object")) {
            object.put("additionalProperties", false);
        }
        node.forEach(JsonReportTest::close);
    }

    @Test
    void shouldMatchItsSchemaWhateverTheResults() {
        Schema schema = strict();
        for (RunResult result :
                List.of(Fixture.ask(), TwinFixture.ask(), Fixture.voided(), Fixture.silent(), Fixture.hostile())) {
            List<Error> errors = schema.validate(written(result));
            assertThat(errors).isEmpty();
        }
    }

    @Test
    void shouldBreakItsSchemaWhenAFieldIsMissingOrUnknown() {
        ObjectNode missing = (ObjectNode) written(Fixture.ask());
        missing.remove("worlds");
        ObjectNode unknown = (ObjectNode) written(Fixture.ask());
        unknown.put("surprise", 1);

        assertThat(strict().validate(missing)).isNotEmpty();
        assertThat(strict().validate(unknown)).isNotEmpty();
    }

    @Test
    void shouldPublishTheSchemaThatItCarries() throws IOException {
        Path published = Path.of(System.getProperty("chokepoint.root"), "docs/reference/results.schema.json");

        assertThat(Files.readString(published)).isEqualTo(About.text("results.schema.json"));
    }

    @Test
    void shouldNameItsFormAndTheTraceOfASimulation() {
        JsonNode root = written(Fixture.ask());

        assertThat(root.path("schema").asString()).isEqualTo("chokepoint-results/1");
        assertThat(root.at("/worlds/0/traceHash").asString()).isEqualTo("9c1f03a77be2d045");
        assertThat(root.at("/worlds/1").has("traceHash")).isFalse();
        assertThat(root.at("/worlds/0/latency/p99Nanos").asLong())
                .isEqualTo(Fixture.ask().worlds().getFirst().latency().p99Nanos());
        assertThat(root.at("/worlds/0/diagnosis/next/verified/confirmed").asBoolean())
                .isTrue();
    }

    @Test
    void shouldCarryEveryIntervalAndWhatItRestsOn() {
        JsonNode statistics = written(Fixture.ask()).at("/worlds/0/statistics");

        assertThat(statistics.path("replications").asInt()).isEqualTo(3);
        assertThat(statistics.at("/estimates/4/figure").asString()).isEqualTo("latency p99");
        assertThat(statistics.at("/estimates/4/doubt").asString()).isEqualTo("wide");
        assertThat(statistics.at("/warmup/verdict").asString()).isEqualTo("too_short");
        assertThat(statistics.at("/runs/1/seed").asLong()).isEqualTo(43);
        assertThat(statistics.at("/precision/met").asBoolean()).isFalse();
        assertThat(written(Fixture.ask()).at("/worlds/1").has("statistics")).isFalse();
    }

    @Test
    void shouldSayWhichSimulationALiveRunDiffersFromAndWhetherItIsCovered() {
        JsonNode differences = written(TwinFixture.ask()).path("differences");
        JsonNode p50 = differences.path(differences.size() - 2);
        JsonNode capacity = differences.path(differences.size() - 1);

        assertThat(differences.path(0).path("world").asString()).isEqualTo("simulation");
        assertThat(p50.path("world").asString()).isEqualTo("twin");
        assertThat(p50.path("covered").asBoolean(true)).isFalse();
        assertThat(capacity.has("covered")).isFalse();
    }

    @Test
    void shouldWriteNullWhereANumberHasNoBound() {
        JsonNode root = written(Fixture.silent());

        assertThat(root.at("/worlds/0/resources/0/capacityPerSecond").isNull()).isTrue();
    }

    @Test
    void shouldReplaceAnOlderFileAndLeaveNothingBeside() throws IOException {
        Path file = folder.resolve("new/results.json");
        JsonReport.write(Fixture.silent(), file);
        JsonReport.write(Fixture.ask(), file);

        assertThat(MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8))
                        .at("/worlds/0/load/failed")
                        .asLong())
                .isZero();
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void shouldWriteTheSameTextInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(written(Fixture.ask())
                            .at("/worlds/0/diagnosis/chokepoint/utilisation")
                            .asDouble())
                    .isEqualTo(0.408);
        } finally {
            Locale.setDefault(before);
        }
    }
}

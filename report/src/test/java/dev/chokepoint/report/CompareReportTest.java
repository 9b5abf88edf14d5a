package dev.chokepoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompareReportTest {
    private static String text() {
        StringBuilder out = new StringBuilder();
        CompareReport.print(CompareFixture.compared(), out, 80, false);
        return out.toString();
    }

    @Test
    void shouldSayWhoCarriesMostOfThoseThatCanBeBelieved() {
        assertThat(text())
                .contains("At 1 connection event-loop carries most, 14k/s, and platform least, 10.8k/s.")
                .contains("At 50 connections event-loop carries most, 14k/s.")
                .contains("One run each: differences below 20 %");
    }

    @Test
    void shouldShowVoidAndSkippedRunsWithTheirReasons() {
        assertThat(text().replaceAll("\\s+", " "))
                .contains("platform (VOID) 10.8k/s", "platform (skipped) – –")
                .contains("VOID at 50 connections, platform: the load generator used 93 % of a core")
                .contains("skipped at 1,000 connections, platform: this run needs 1064 file descriptors")
                .contains("stopped early: 6 of 7 were run");
    }

    @Test
    void shouldFitATerminal() {
        assertThat(text().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void shouldMatchItsSchema() throws IOException {
        String published =
                Files.readString(Path.of(System.getProperty("chokepoint.root"), "docs/reference/compare.schema.json"));
        assertThat(published).isEqualTo(About.text("compare.schema.json"));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(JsonMapper.shared().readTree(published));
        JsonNode written = JsonMapper.shared().readTree(CompareReport.json(CompareFixture.compared()));

        assertThat(schema.validate(written)).isEmpty();
        assertThat(written.at("/variants/0/cpuNanosPerMessage").asDouble()).isBetween(54_999.0, 55_001.0);
        assertThat(written.at("/variants/3/voided").asString()).contains("93 %");
        assertThat(written.at("/variants/5").has("carriedPerSecond")).isFalse();
    }

    @Test
    void shouldDrawEachFigureOverTheConnections() {
        String page = ComparePage.of(CompareFixture.compared());

        assertThat(page)
                .contains("id=\"carried\"", "id=\"tail\"", "id=\"threads\"", "\"scale\":\"log\"")
                .contains("[50.0,", "\"VOID\"]");
    }
}

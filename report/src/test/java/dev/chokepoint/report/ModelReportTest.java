package dev.chokepoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.chokepoint.lab.models.MessageWay;
import dev.chokepoint.lab.models.ModelsCompared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModelReportTest {
    private final ModelsCompared compared = ModelFixture.compared();

    private String text() {
        StringBuilder out = new StringBuilder();
        ModelReport.print(compared, out, 100, false);
        return out.toString();
    }

    private String oneLine() {
        return text().replaceAll("\\s+", " ");
    }

    @Test
    void shouldSayWhichModelIsBestAtWhatAndWhatIsNoDifference() {
        assertThat(oneLine())
                .contains("In the simulation, at 50 clients: the fastest is replicated (p99 23.2 ± 0.23 ms), not"
                        + " significantly different from mesh")
                .contains(
                        "the one that carries most is replicated (1250 ± 10/s), not significantly different from mesh")
                .contains("the one that loses least when its worst node dies is replicated (0.998 ± 0.2 %, server)");
    }

    @Test
    void shouldMarkTheBestAndWhatCantBeToldFromIt() {
        assertThat(ModelTable.of(compared, compared.worlds().getFirst(), 50).rows())
                .extracting(row -> row.get(2).text())
                .containsExactly(
                        "29 ± 0.29 ms", "23.2 ± 0.23 ms" + ModelMarks.BEST, "23.2 ± 0.23 ms" + ModelMarks.SAME);
    }

    @Test
    void shouldShowWhatWasSkippedAndWhatWasNotRun() {
        assertThat(oneLine())
                .contains("central (skipped)")
                .contains("real sockets, 50 clients, central: skipped: this run needs 1064 file descriptors")
                .contains("stopped early: 6 of 12 were run");
    }

    @Test
    void shouldTellWhyFromTheFiguresAlone() {
        assertThat(oneLine())
                .contains("central: Its chokepoint is server lane 0, 40.8 % used while")
                .contains(
                        "Most bytes pass through server: 1.2 kB for each message delivered, 50 times what passes through"
                                + " each of clients")
                .contains(
                        "When server dies half-way, 99.8 % of what was still to be delivered is lost; what is carried does"
                                + " not come back in the 3 s that are left.")
                .contains("mesh: Its chokepoint")
                .contains("Each message said is delivered to 49")
                .contains("Most bytes pass through each of clients: 90 B for each message delivered.")
                .contains("after 350 ms as much is carried as without that");
    }

    @Test
    void shouldFitATerminal() {
        assertThat(text().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void shouldMatchItsSchema() throws IOException {
        String published =
                Files.readString(Path.of(System.getProperty("chokepoint.root"), "docs/reference/models.schema.json"));
        assertThat(published).isEqualTo(About.text("models.schema.json"));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(JsonMapper.shared().readTree(published));
        JsonNode written = JsonMapper.shared().readTree(ModelReport.json(compared));

        assertThat(schema.validate(written)).isEmpty();
        assertThat(written.at("/variants/0/deaths/0/backNanos").isNull()).isTrue();
        assertThat(written.at("/variants/1/nodes/0/bytesPerMessage").asDouble()).isEqualTo(1_200);
        assertThat(written.at("/variants/5/skipped").asString()).contains("file descriptors");
        assertThat(written.at("/contrasts/0/significant").asBoolean()).isTrue();
    }

    @Test
    void shouldDrawEachModelAndTheCurvesOfAll() {
        String page = ModelPage.of(compared);

        assertThat(page)
                .contains("id=\"percentiles-simulation\"", "id=\"deaths-simulation\"", "id=\"tail-simulation\"")
                .contains("class=\"topology\"", "class=\"way\"", "<h2>mesh</h2>")
                .contains("\"name\":\"replicated\"");
        assertThat(page.split("class=\"way\"", -1)).hasSize(4);
    }

    @Test
    void shouldDrawAMessagesWayInMermaid() {
        String sequence = ModelMarkdown.sequence(MessageWay.of(
                compared.outcomes().getFirst().figures().orElseThrow().result()));

        assertThat(sequence)
                .startsWith("sequenceDiagram\n    participant h0 as clients\n    participant h1 as server\n");
        assertThat(sequence).contains("    h0->>h1: ").contains("    h1->>h0: ").contains("    Note over h1: ");
        assertThat(ModelMarkdown.text(compared))
                .contains("## Chokepoint: ask, the models compared", "| **central** | 22 ± 0.22 ms |", "### mesh");
    }
}

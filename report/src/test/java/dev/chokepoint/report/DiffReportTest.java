package dev.chokepoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.chokepoint.lab.difference.Differ;
import dev.chokepoint.lab.difference.FigureChange;
import dev.chokepoint.lab.difference.FigureChange.Verdict;
import dev.chokepoint.lab.difference.IncomparableException;
import dev.chokepoint.lab.difference.Noise;
import dev.chokepoint.lab.difference.RunDifference;
import dev.chokepoint.lab.difference.SavedRun;
import dev.chokepoint.lab.difference.WorldDifference;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Results read back, compared and shown. */
class DiffReportTest {
    @TempDir
    private Path folder;

    private SavedRun saved(String name, RunResult result) {
        Path file = folder.resolve(name);
        JsonReport.write(result, file);
        return SavedResults.read(file);
    }

    private RunDifference difference(RunResult before, RunResult after) {
        return Differ.of(List.of(saved("a.json", before)), List.of(saved("b.json", after)), Noise.STANDARD);
    }

    private static RunResult only(World world) {
        RunResult both = Fixture.ask();
        return Fixture.withWorlds(
                both, both.worlds().stream().filter(w -> w.world() == world).toList());
    }

    @Test
    void shouldReadBackWhatItWrote() {
        RunResult written = Fixture.ask();
        SavedRun read = saved("a.json", written);

        assertThat(read.worlds()).hasSameSizeAs(written.worlds());
        for (int i = 0; i < read.worlds().size(); i++) {
            WorldResult was = written.worlds().get(i);
            WorldResult is = read.worlds().get(i);
            assertThat(is)
                    .usingRecursiveComparison()
                    .ignoringFields("diagnosis", "statistics", "generator", "connection", "histograms")
                    .isEqualTo(was);
            assertThat(is.diagnosis().chokepoint()).isEqualTo(was.diagnosis().chokepoint());
            assertThat(is.statistics().map(s -> s.runs()))
                    .isEqualTo(was.statistics().map(s -> s.runs()));
            assertThat(is.statistics().map(s -> s.estimates()))
                    .isEqualTo(was.statistics().map(s -> s.estimates()));
        }
    }

    @Test
    void shouldFindNothingBetweenARunAndItself() {
        RunDifference same = difference(Fixture.ask(), Fixture.ask());

        assertThat(same.regressed()).isFalse();
        assertThat(same.worlds()).extracting(WorldDifference::world).containsExactly(World.SIMULATION, World.LIVE);
        assertThat(same.worlds().getFirst().figures())
                .extracting(FigureChange::verdict)
                .doesNotContain(Verdict.WORSE, Verdict.BETTER);
        assertThat(text(same)).contains("Nothing changed beyond the noise", "server lane 0, as before");
    }

    @Test
    void shouldSayWhatGotWorse() throws IOException {
        ObjectNode slow = JsonReport.tree(only(World.SIMULATION));
        for (JsonNode run : slow.at("/worlds/0/statistics/runs")) {
            ((ObjectNode) run).put("p50Nanos", 3 * run.path("p50Nanos").asLong() / 2);
        }
        ((ObjectNode) slow.at("/objectives/0")).put("met", false);
        ((ObjectNode) slow.at("/worlds/0/diagnosis/chokepoint")).put("resource", "server accept queue");
        Path file = Files.writeString(folder.resolve("slow.json"), slow.toString());

        RunDifference worse = Differ.of(
                List.of(saved("a.json", only(World.SIMULATION))), List.of(SavedResults.read(file)), Noise.STANDARD);

        assertThat(worse.regressed()).isTrue();
        assertThat(text(worse))
                .contains("It got worse.", "worse: latency p50 +50 %", "newly missed: p99 < 29ms")
                .contains("The chokepoint moved from server lane 0 to server accept queue");
    }

    private static String text(RunDifference difference) {
        StringBuilder out = new StringBuilder();
        DiffReport.print(difference, out, 80, false);
        return out.toString().replaceAll("\\s+", " ");
    }

    @Test
    void shouldMatchItsSchema() throws IOException {
        String schemaText = About.text("diff.schema.json");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(JsonMapper.shared().readTree(schemaText));

        for (RunDifference difference :
                List.of(difference(Fixture.ask(), Fixture.ask()), difference(Fixture.ask(), Fixture.voided()))) {
            assertThat(schema.validate(JsonMapper.shared().readTree(DiffReport.json(difference))))
                    .isEmpty();
        }
        Path published = Path.of(System.getProperty("chokepoint.root"), "docs/reference/diff.schema.json");
        assertThat(Files.readString(published)).isEqualTo(schemaText);
    }

    @Test
    void shouldNotJudgeAVoidRun() {
        RunDifference half = difference(Fixture.ask(), Fixture.voided());

        assertThat(half.worlds().getLast().unjudged())
                .hasValueSatisfying(why -> assertThat(why).contains("b.json is void", "93 % of a core"));
        assertThat(half.worlds().getLast().regressed()).isFalse();
        assertThat(text(half)).contains("not judged");
    }

    @Test
    void shouldNotCompareTwoWorldsWithEachOther() {
        assertThatThrownBy(() -> difference(only(World.SIMULATION), only(World.LIVE)))
                .isInstanceOf(IncomparableException.class)
                .hasMessageContaining("before has simulation, after has live");
    }

    @Test
    void shouldWarnOfAnotherScenario() throws IOException {
        ObjectNode named = JsonReport.tree(Fixture.ask());
        ((ObjectNode) named.path("scenario")).put("name", "\u001b[31mother");
        Path file = Files.writeString(folder.resolve("other.json"), named.toString());

        RunDifference other =
                Differ.of(List.of(saved("a.json", Fixture.ask())), List.of(SavedResults.read(file)), Noise.STANDARD);

        assertThat(other.warnings()).anyMatch(warning -> warning.startsWith("these are two scenarios: ask before"));
        assertThat(text(other)).contains("Careful: these are two scenarios").doesNotContain("\u001b");
    }

    @Test
    void shouldRefuseWhatItCantRead() throws IOException {
        assertRefused("{", "is not JSON");
        assertRefused("[1, 2]", "holds no results", "is missing");
        assertRefused("{\"schema\": \"https://example.org/x\"}", "holds no results");
        assertRefused("{\"schema\": \"chokepoint-results/2\"}", "chokepoint-results/2", "newer Chokepoint");
        assertRefused("{\"schema\": \"chokepoint-results/1\"}", "but is not", "scenario");
        assertThatThrownBy(() -> SavedResults.read(folder.resolve("none.json")))
                .hasMessageContaining("there is no such file");
    }

    private void assertRefused(String content, String... said) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), content);
        assertThatThrownBy(() -> SavedResults.read(file))
                .isInstanceOf(ResultsException.class)
                .hasMessageContainingAll(said)
                .hasMessageContaining("bad.json");
    }

    @Test
    void shouldDrawTheRunsOverEachOther() {
        String page = DiffPage.of(difference(Fixture.ask(), Fixture.ask()));

        assertThat(page)
                .contains("id=\"percentiles-simulation\"", "id=\"latencies-live\"", "\"name\":\"before\"")
                .contains("Content-Security-Policy");
    }
}

package dev.chokepoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.chokepoint.lab.difference.Differ;
import dev.chokepoint.lab.difference.Noise;
import dev.chokepoint.report.CompareFixture;
import dev.chokepoint.report.CompareReport;
import dev.chokepoint.report.DiffReport;
import dev.chokepoint.report.Fixture;
import dev.chokepoint.report.JsonReport;
import dev.chokepoint.report.ModelFixture;
import dev.chokepoint.report.ModelReport;
import dev.chokepoint.report.SavedResults;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pages that draw several runs over each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverlaidReportsInBrowserTest {
    private Chromium chromium;
    private Path diff;
    private Path compare;
    private Path models;

    @BeforeAll
    void writeAndStart(@TempDir Path folder) {
        chromium = Chromium.start();
        Path results = folder.resolve("results.json");
        JsonReport.write(Fixture.ask(), results);
        diff = folder.resolve("diff.html");
        DiffReport.write(
                Differ.of(List.of(SavedResults.read(results)), List.of(SavedResults.read(results)), Noise.STANDARD),
                diff);
        compare = folder.resolve("compare.html");
        CompareReport.write(CompareFixture.compared(), compare);
        models = folder.resolve("models.html");
        ModelReport.write(ModelFixture.compared(), models);
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void shouldDrawBeforeAndAfter() {
        shouldDraw("diff", diff, List.of("percentiles-simulation", "latencies-simulation", "loads-live"), "before");
    }

    @Test
    void shouldDrawEachVariant() {
        shouldDraw("compare", compare, List.of("carried", "cpu", "median", "tail", "memory", "threads"), "platform");
    }

    @Test
    void shouldDrawEachModel() {
        List<String> charts = List.of("percentiles-simulation", "deaths-simulation", "tail-simulation");
        shouldDraw("models", models, charts, "replicated");
    }

    private void shouldDraw(String name, Path file, List<String> charts, String legend) {
        try (OpenReport report = new OpenReport(chromium.browser(), file, 1280, 900)) {
            for (String id : charts) {
                Locator chart = report.page().locator("#" + id);
                assertThat(chart.innerText()).as(id).contains(legend);
                assertThat(report.colours(chart)).as(id).isGreaterThan(20);
            }
            assertThat(report.complaints()).isEmpty();
            report.screenshot(name + "-light");
            report.dark(true);
            report.screenshot(name + "-dark");
        }
        try (OpenReport report = new OpenReport(chromium.browser(), file, 390, 844)) {
            assertThat(report.overflow()).isZero();
            report.screenshot(name + "-phone");
        }
    }
}

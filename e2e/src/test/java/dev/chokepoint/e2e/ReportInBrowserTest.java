package dev.chokepoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.chokepoint.report.Fixture;
import dev.chokepoint.report.HtmlReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportInBrowserTest {
    private Path folder;
    private Chromium chromium;
    private Path ask;

    @BeforeAll
    void writeAndStart(@TempDir Path shared) {
        folder = shared;
        chromium = Chromium.start();
        ask = folder.resolve("ask.html");
        HtmlReport.write(Fixture.ask(), ask);
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private OpenReport desktop(Path file) {
        return new OpenReport(chromium.browser(), file, 1280, 900);
    }

    private OpenReport phone(Path file) {
        return new OpenReport(chromium.browser(), file, 390, 844);
    }

    @Test
    void shouldShowTheAnswerWithoutComplaintOrRequest() {
        try (OpenReport report = desktop(ask)) {
            assertThat(report.page().locator("h1").innerText())
                    .isEqualTo("The chokepoint is server lane 0: 40.8 % used, 1.02 ms per message, so at most 980/s.");
            assertThat(report.complaints()).isEmpty();
            assertThat(report.requests()).containsExactly(ask.toUri().toString());
            report.screenshot("desktop-light");
        }
    }

    @Test
    void shouldDrawEveryChart() {
        try (OpenReport report = desktop(ask)) {
            for (String id : List.of("percentiles", "phases", "load", "times", "window", "queue")) {
                Locator chart = report.page().locator("#" + id);
                assertThat(chart.locator("svg path").count()).as(id).isGreaterThan(5);
                assertThat(report.colours(chart)).as(id).isGreaterThan(20);
            }
            for (Locator drawing : report.page().locator("svg.topology").all()) {
                assertThat(report.colours(drawing)).isGreaterThan(20);
            }
        }
    }

    @Test
    void shouldFollowTheSystemIntoTheDark() {
        try (OpenReport report = desktop(ask)) {
            report.dark(false);
            String light = background(report);
            String lightLine = line(report);
            report.dark(true);
            assertThat(background(report)).isNotEqualTo(light);
            assertThat(line(report)).isNotEqualTo(lightLine);
            report.screenshot("desktop-dark");
        }
    }

    private static String background(OpenReport report) {
        return (String) report.page().evaluate("getComputedStyle(document.body).backgroundColor");
    }

    private static String line(OpenReport report) {
        return (String) report.page()
                .evaluate("[...document.querySelectorAll('#percentiles svg path')]"
                        + ".map(p => p.getAttribute('stroke')).join(' ')");
    }

    @Test
    void shouldFitAPhone() {
        try (OpenReport report = phone(ask)) {
            assertThat(report.overflow()).isZero();
            assertThat(report.colours(report.page().locator("#percentiles"))).isGreaterThan(20);
            report.screenshot("phone-light");
            report.dark(true);
            report.screenshot("phone-dark");
        }
    }

    @Test
    void shouldRedrawItsChartsWhenTheWindowNarrows() {
        try (OpenReport report = desktop(ask)) {
            report.page().setViewportSize(390, 844);
            report.page().waitForFunction("document.querySelector('#load svg').getBoundingClientRect().width < 390");
            assertThat(report.overflow()).isZero();
        }
    }

    @Test
    void shouldPrintWithoutLosingAnything() {
        try (OpenReport report = desktop(ask)) {
            report.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(report.overflow()).isZero();
            assertThat(report.page().pdf()).startsWith('%', 'P', 'D', 'F');
        }
    }

    @Test
    void shouldShowWhatUsersWroteAsTextAndRunNoneOfIt() {
        Path hostile = folder.resolve("hostile.html");
        HtmlReport.write(Fixture.hostile(), hostile);
        try (OpenReport report = phone(hostile)) {
            assertThat(report.page().locator(".scenario").innerText()).startsWith("<script>alert('x')</script>");
            assertThat(report.page().locator(".void").innerText()).startsWith("VOID");
            assertThat(report.complaints()).isEmpty();
            assertThat(report.overflow()).isZero();
        }
    }

    @Test
    void shouldShowARealRun() throws IOException, InterruptedException {
        Path real = folder.resolve("real.html");
        Path root = Path.of(System.getProperty("chokepoint.root"));
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.chokepoint.cli.Main",
                        "simulate",
                        root.resolve("examples/ask.yaml").toString(),
                        "--quiet",
                        "--report",
                        real.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
        try (OpenReport report = phone(real)) {
            assertThat(report.page().locator("h1").innerText()).startsWith("The chokepoint is server");
            assertThat(report.colours(report.page().locator("#phases"))).isGreaterThan(20);
            assertThat(report.complaints()).isEmpty();
            assertThat(report.overflow()).isZero();
            report.screenshot("real");
        }
    }

    @Test
    void shouldStandARunInWhichNothingArrived() {
        Path silent = folder.resolve("silent.html");
        HtmlReport.write(Fixture.silent(), silent);
        try (OpenReport report = desktop(silent)) {
            assertThat(report.page().locator("h1").innerText()).contains("no message was delivered");
            assertThat(report.complaints()).isEmpty();
            report.screenshot("silent");
        }
    }
}

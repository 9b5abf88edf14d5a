package dev.chokepoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.chokepoint.report.CapacityFixture;
import dev.chokepoint.report.CapacityReport;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapacityInBrowserTest {
    private Chromium chromium;
    private Path open;
    private Path closed;
    private Path stopped;

    @BeforeAll
    void writeAndStart(@TempDir Path folder) {
        chromium = Chromium.start();
        open = folder.resolve("open.html");
        closed = folder.resolve("closed.html");
        stopped = folder.resolve("stopped.html");
        CapacityReport.write(CapacityFixture.open(), open);
        CapacityReport.write(CapacityFixture.closed(), closed);
        CapacityReport.write(CapacityFixture.stopped(), stopped);
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void shouldDrawTheCurveInLightAndDarkWithoutComplaintOrRequest() {
        try (OpenReport report = new OpenReport(chromium.browser(), open, 1280, 900)) {
            Locator chart = report.page().locator("#capacity");
            assertThat(report.page().locator("h1").innerText()).contains("is between");
            assertThat(chart.locator("svg path").count()).isGreaterThan(20);
            assertThat(chart.innerText()).contains("knee", "server cpu", "p99 < 40ms", "theory: at most");
            assertThat(report.colours(chart)).isGreaterThan(20);
            report.screenshot("capacity-light");
            report.dark(true);
            assertThat(report.colours(chart)).isGreaterThan(20);
            report.screenshot("capacity-dark");
            assertThat(report.complaints()).isEmpty();
            assertThat(report.requests()).containsExactly(open.toUri().toString());
        }
    }

    @Test
    void shouldNameTheChokepointUnderThePointer() {
        try (OpenReport report = new OpenReport(chromium.browser(), open, 1280, 900)) {
            Locator chart = report.page().locator("#capacity");
            chart.scrollIntoViewIfNeeded();
            chart.hover(new Locator.HoverOptions().setPosition(500, 180)); // in the upper of its two charts
            // Told as a function: the page's policy lets nobody evaluate text.
            report.page()
                    .waitForFunction(
                            "() => document.querySelector('#capacity').innerText.includes('chokepoint server')");
            assertThat(chart.innerText()).contains("carried", "p99");
        }
    }

    @Test
    void shouldFitAPhone() {
        for (Path file : new Path[] {open, closed, stopped}) {
            try (OpenReport report = new OpenReport(chromium.browser(), file, 390, 844)) {
                assertThat(report.overflow()).isZero();
                assertThat(report.complaints()).isEmpty();
                report.screenshot("capacity-phone-" + file.getFileName());
            }
        }
    }
}

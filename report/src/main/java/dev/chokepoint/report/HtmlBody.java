package dev.chokepoint.report;

import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.RunResult;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The report's page: the answer, then its evidence from the plain to the fine. */
final class HtmlBody {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private final Html html;
    private final RunResult result;

    HtmlBody(Html html, RunResult result) {
        this.html = html;
        this.result = result;
    }

    void write() {
        head();
        html.open("main");
        answer();
        topology();
        proof();
        latency();
        phases();
        resources();
        timeline();
        aftermath();
        ConnectionHtml.of(result).ifPresent(trace -> ConnectionHtml.write(html, trace));
        notes();
        scenario();
        run();
        html.close();
    }

    private void section(String title, String about) {
        html.open("section").element("h2", title);
        if (!about.isEmpty()) {
            html.element("p", about, "class", "about");
        }
    }

    private void head() {
        html.open("header");
        html.element("p", "Chokepoint", "class", "product");
        html.element("p", result.scenario().name(), "class", "scenario");
        html.element("p", result.scenario().about(), "class", "about");
        html.close();
    }

    private void answer() {
        Answer answer = Answer.of(result);
        html.open("section", "class", "answer");
        for (String warning : answer.warnings()) {
            html.element("p", warning, "class", "void", "role", "alert");
        }
        html.element("h1", Html.unbroken(answer.headline()));
        answer.details().forEach(detail -> html.element("p", Html.unbroken(detail)));
        html.open("div", "class", "tables");
        HtmlTable.write(html, MeasuredTable.brief(result));
        if (!result.verdicts().isEmpty()) {
            HtmlTable.write(html, ObjectiveTable.of(result));
        }
        html.close();
        TerminalReport.legend(result).ifPresent(legend -> html.element("p", legend, "class", "about"));
        html.close();
    }

    private void topology() {
        section("The system", "Hosts and the two directions of each link; colour and figure say how much was used.");
        html.open("div", "class", "pair");
        for (WorldResult world : result.worlds()) {
            html.open("figure").element("figcaption", Words.heading(world));
            TopologySvg.write(html, result.drawing(), world);
            html.close();
        }
        html.close();
        Heat.legend(html);
        html.close();
    }

    private void proof() {
        section(
                "Why this one",
                "The resource with the smallest capacity bounds the system. Measured capacity follows from what one message"
                        + " takes of it; theory says the same from the scenario's figures alone.");
        HtmlTable.write(html, ProofTable.of(result));
        if (result.worlds().stream().anyMatch(w -> !w.diagnosis().bounds().isEmpty())) {
            details("What theory says of every resource", ProofTable.bounds(result));
        }
        html.close();
    }

    private void details(String summary, Table table) {
        html.open("details").element("summary", summary);
        HtmlTable.write(html, table);
        html.close();
    }

    private void chart(String id, String label) {
        html.empty("div", "class", "chart", "id", id, "role", "img", "aria-label", label);
    }

    private void latency() {
        section(
                "Latency",
                "From the moment a message was meant to leave until it was delivered. Further right is rarer: 99 % means"
                        + " that one message in a hundred was slower. Bars are 95 % intervals, where there are any.");
        chart("percentiles", "Latency by percentile. The table that follows has the figures.");
        details("All figures", MeasuredTable.full(result));
        for (WorldResult world : result.worlds()) {
            world.statistics().ifPresent(statistics -> details("How sure they are", StatisticsTable.of(statistics)));
        }
        html.close();
    }

    private void phases() {
        List<?> rows = PhaseTable.rows(result);
        if (rows.isEmpty()) {
            return;
        }
        section(
                "Where the time went",
                "Every message is in exactly one phase at any moment, so the phases add up to the latency.");
        chart("phases", "Phases of the mean latency and of the slowest 1 %. The table that follows has the figures.");
        HtmlTable.write(
                html,
                PhaseTable.full(result),
                row -> PhaseTable.colour(PhaseTable.rows(result).get(row)));
        html.close();
    }

    private void resources() {
        section("Resources", "What each could carry alone is its capacity over what one message takes of it.");
        HtmlTable.write(html, ResourceTable.full(result));
        html.close();
    }

    private void timeline() {
        if (result.worlds().stream().allMatch(w -> w.timeline().isEmpty())) {
            return;
        }
        section(
                "Over time",
                result.worlds().stream()
                                .anyMatch(w -> w.statistics()
                                        .filter(s -> s.runs().size() > 1)
                                        .isPresent())
                        ? "Of the simulation's replications, the first."
                        : "");
        chart("load", "Offered and carried load over time.");
        chart("times", "Median and 99th percentile of latency over time.");
        UtilisationCharts.write(html, result);
        for (WorldResult world : result.worlds()) {
            if (!world.timeline().isEmpty()) {
                TimelineHtml.strips(html, world);
            }
        }
        Heat.legend(html);
        details("Figures", TimelineHtml.table(result));
        html.close();
    }

    private void aftermath() {
        AftermathTable.of(result).ifPresent(table -> {
            section("After the fault", AftermathTable.legend(result).orElse(""));
            HtmlTable.write(html, table);
            html.close();
        });
    }

    private void notes() {
        if (result.worlds().stream().allMatch(w -> w.notes().isEmpty())) {
            return;
        }
        section("Notes", "");
        html.open("ul");
        for (WorldResult world : result.worlds()) {
            world.notes().forEach(note -> html.element("li", Words.world(world.world()) + ": " + note));
        }
        html.close().close();
    }

    private void scenario() {
        section("The scenario", result.scenarioFile());
        html.open("pre", "tabindex", "0").element("code", result.scenarioText()).close();
        html.close();
    }

    private void run() {
        section("The run", "");
        html.open("dl");
        term("Again", "code", Command.of(result));
        term("Seed", "span", Long.toString(result.scenario().seed()));
        term("Started", "span", TIME.format(result.startedAt()));
        term("Machine", "span", result.machine());
        term("Versions", "span", "Chokepoint " + About.version() + ", Java " + Runtime.version());
        for (WorldResult world : result.worlds()) {
            term(Words.heading(world), "span", TerminalReport.run(world));
        }
        html.close().close();
    }

    private void term(String name, String element, String value) {
        html.element("dt", name).open("dd").element(element, value).close();
    }
}

package dev.chokepoint.report;

import dev.chokepoint.lab.difference.RunDifference;
import dev.chokepoint.lab.difference.SavedRun;
import dev.chokepoint.lab.difference.WorldDifference;
import dev.chokepoint.lab.measure.WorldResult.World;

/** What changed between runs, as a page: the answer, then each world's figures with the runs drawn over each other. */
final class DiffPage {
    private final Html html;
    private final RunDifference difference;
    private final DiffCharts charts;

    private DiffPage(Html html, RunDifference difference, DiffCharts charts) {
        this.html = html;
        this.difference = difference;
        this.charts = charts;
    }

    static String of(RunDifference difference) {
        DiffCharts charts = new DiffCharts(difference);
        String name = difference.after().getLast().scenario();
        return HtmlPage.of(
                name + ", what changed",
                LineChart.json(charts.all()),
                html -> new DiffPage(html, difference, charts).write());
    }

    private void write() {
        html.open("header");
        html.element("p", "Chokepoint", "class", "product");
        html.element("p", difference.after().getLast().scenario() + ", what changed", "class", "scenario");
        html.close();
        html.open("main");
        answer();
        difference.worlds().stream().filter(world -> world.unjudged().isEmpty()).forEach(this::world);
        runs();
        html.close();
    }

    private void answer() {
        html.open("section", "class", "answer");
        for (String warning : difference.warnings()) {
            html.element("p", "Careful: " + warning + ".", "class", "void", "role", "alert");
        }
        html.element("h1", DiffAnswer.headline(difference));
        DiffAnswer.details(difference).forEach(detail -> html.element("p", Html.unbroken(detail)));
        html.element("p", DiffTable.legend(difference) + ".", "class", "about");
        html.close();
    }

    private void world(WorldDifference world) {
        String name = Words.world(world.world());
        html.open("section").element("h2", name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1));
        HtmlTable.write(html, DiffTable.figures(world));
        html.open("div", "class", "pair");
        DiffTable.phases(world).ifPresent(table -> HtmlTable.write(html, table));
        DiffTable.objectives(world).ifPresent(table -> HtmlTable.write(html, table));
        html.close();
        charts(world.world());
        html.close();
    }

    private void charts(World world) {
        html.open("div", "class", "multiples");
        charts.percentiles(world).place(html, "Latency by percentile, before and after.");
        charts.latencies(world).place(html, "99th percentile of latency over time, before and after.");
        charts.loads(world).place(html, "Carried load over time, before and after.");
        html.close();
    }

    private void runs() {
        html.open("section").element("h2", "The runs").open("dl");
        difference.before().forEach(run -> run("Before", run));
        difference.after().forEach(run -> run("After", run));
        html.close().close();
    }

    private void run(String side, SavedRun run) {
        html.element("dt", side);
        html.element(
                "dd",
                run.file() + ": " + run.scenario() + ", seed " + run.seed() + ", " + DiffReport.second(run.startedAt())
                        + ", " + run.machine() + ", Chokepoint " + run.version());
    }
}

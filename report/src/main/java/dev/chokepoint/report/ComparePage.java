package dev.chokepoint.report;

import dev.chokepoint.lab.compare.Compared;
import java.util.List;

/** A scenario in its variants, as a page: who carries most, the figures over the number of connections, the tables. */
final class ComparePage {
    private final Html html;
    private final Compared compared;
    private final List<LineChart> charts;

    private ComparePage(Html html, Compared compared, List<LineChart> charts) {
        this.html = html;
        this.compared = compared;
        this.charts = charts;
    }

    static String of(Compared compared) {
        List<LineChart> charts = CompareCharts.of(compared);
        return HtmlPage.of(
                compared.scenario().name() + ", compared",
                LineChart.json(charts),
                html -> new ComparePage(html, compared, charts).write());
    }

    private void write() {
        html.open("header");
        html.element("p", "Chokepoint", "class", "product");
        html.element("p", compared.scenario().name() + ", compared", "class", "scenario");
        html.element("p", compared.scenario().about(), "class", "about");
        html.close();
        html.open("main");
        answer();
        charts();
        tables();
        new WhatWasCompared(
                        compared.scenario(),
                        compared.scenarioFile(),
                        compared.scenarioText(),
                        compared.startedAt(),
                        compared.machine())
                .write(html);
        html.close();
    }

    private void answer() {
        html.open("section", "class", "answer");
        html.element("h1", "Over real sockets, on this machine");
        VariantTable.answers(compared).forEach(answer -> html.element("p", answer));
        html.element("p", CompareReport.NOISE, "class", "about");
        html.close();
    }

    private void charts() {
        html.open("section").element("h2", "Over the number of connections");
        html.element("p", "Both axes count in powers of ten. A hollow circle is a void run.", "class", "about");
        html.open("div", "class", "multiples");
        charts.forEach(chart -> chart.place(html, chart.y().name() + " over the number of connections."));
        html.close().close();
    }

    private void tables() {
        html.open("section").element("h2", "The figures");
        for (int clients : compared.clients()) {
            html.element("h3", VariantTable.connections(clients));
            HtmlTable.write(html, VariantTable.of(compared, clients));
        }
        List<String> doubts = VariantTable.doubts(compared);
        if (!doubts.isEmpty()) {
            html.element("h3", "Notes").open("ul");
            doubts.forEach(doubt -> html.element("li", doubt));
            html.close();
        }
        html.close();
    }
}

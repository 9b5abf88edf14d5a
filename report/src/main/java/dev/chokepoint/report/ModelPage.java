package dev.chokepoint.report;

import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.models.MessageWay;
import dev.chokepoint.lab.models.ModelFigures;
import dev.chokepoint.lab.models.ModelOutcome;
import dev.chokepoint.lab.models.ModelsCompared;
import java.util.ArrayList;
import java.util.List;

/** The models side by side, as a page: which is best at what, the table, the curves, then each model by itself. */
final class ModelPage {
    private final Html html;
    private final ModelsCompared compared;

    private ModelPage(Html html, ModelsCompared compared) {
        this.html = html;
        this.compared = compared;
    }

    static String of(ModelsCompared compared) {
        return HtmlPage.of(
                compared.scenario().name() + ", the models compared",
                LineChart.json(ModelCharts.all(compared)),
                html -> new ModelPage(html, compared).write());
    }

    private void write() {
        html.open("header");
        html.element("p", "Chokepoint: centralization models", "class", "product");
        html.element("p", compared.scenario().name(), "class", "scenario");
        html.element("p", compared.scenario().about(), "class", "about");
        html.close();
        html.open("main");
        answer();
        table();
        compared.worlds().forEach(this::curves);
        models();
        notes();
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
        html.element("h1", ModelAnswer.headline(compared));
        ModelAnswer.of(compared).forEach(answer -> html.element("p", answer));
        html.close();
    }

    private void table() {
        html.open("section", "class", "models").element("h2", "Side by side");
        html.element("p", ModelTable.legend(compared), "class", "about");
        for (World world : compared.worlds()) {
            for (int clients : compared.clients(world)) {
                html.element("h3", Words.world(world) + ", " + ModelWords.clients(clients));
                HtmlTable.write(html, ModelTable.of(compared, world, clients));
            }
        }
        html.close();
    }

    private void curves(World world) {
        html.open("section").element("h2", "The curves, " + Words.in(world));
        ModelCharts charts = new ModelCharts(compared, world);
        html.element(
                "p",
                "At " + ModelWords.clients(compared.clients(world).getFirst())
                        + ": how many messages were at least as fast, and what is carried in one run while each model's worst node"
                        + " dies half-way.",
                "class",
                "about");
        place(charts.first());
        if (!charts.growth().isEmpty()) {
            html.element(
                    "p",
                    "With more clients, each as busy as before. Both axes count in powers of ten; a hollow circle is more load than"
                            + " the model carries, so that its latency only says how long the run was.",
                    "class",
                    "about");
            place(charts.growth());
        }
        html.close();
    }

    private void place(List<LineChart> charts) {
        html.open("div", "class", "multiples");
        charts.forEach(chart ->
                chart.place(html, chart.y().name() + " over " + chart.x().name() + ", a line a model."));
        html.close();
    }

    private void models() {
        for (World world : compared.worlds().stream().limit(1).toList()) {
            List<ModelOutcome> outcomes =
                    compared.at(world, compared.clients(world).getFirst());
            outcomes.forEach(one -> one.believed().ifPresent(figures -> model(ModelWords.model(one), figures)));
        }
    }

    private void model(String name, ModelFigures figures) {
        html.open("section", "class", "model").element("h2", name);
        html.element("p", Html.unbroken(ModelStory.of(figures)), "class", "story");
        html.open("div", "class", "pair").open("figure");
        html.element("figcaption", "Hosts and links, coloured by how much of them was used");
        TopologySvg.write(html, figures.drawing(), figures.result());
        html.close().open("figure");
        html.element("figcaption", "The way of a message, with the mean time that each part took");
        WaySvg.write(html, name, MessageWay.of(figures.result()));
        html.close().close().close();
    }

    private void notes() {
        List<String> notes = new ArrayList<>(ModelAnswer.alike(compared));
        notes.addAll(ModelTable.doubts(compared));
        if (!notes.isEmpty()) {
            html.open("section").element("h2", "Notes").open("ul");
            notes.forEach(note -> html.element("li", note));
            html.close().close();
        }
    }
}

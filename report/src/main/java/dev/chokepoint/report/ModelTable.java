package dev.chokepoint.report;

import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.models.Contrast.Metric;
import dev.chokepoint.lab.models.Death;
import dev.chokepoint.lab.models.ModelFigures;
import dev.chokepoint.lab.models.ModelOutcome;
import dev.chokepoint.lab.models.ModelPlan.Method;
import dev.chokepoint.lab.models.ModelsCompared;
import dev.chokepoint.lab.scenario.Model;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.report.Table.Cell;
import dev.chokepoint.report.Table.Column;
import dev.chokepoint.report.Table.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row a model: how fast, how much, why not more, what a death costs, what it takes. */
final class ModelTable {
    /** So many columns, names included, say how good a model is; the rest what it costs and what breaks. */
    static final int HOW_GOOD = 6;

    private final ModelsCompared compared;
    private final World world;
    private final int clients;
    private final ModelMarks marks;

    private ModelTable(ModelsCompared compared, World world, int clients) {
        this.compared = compared;
        this.world = world;
        this.clients = clients;
        this.marks = new ModelMarks(compared.contrasts(world, clients));
    }

    static Table of(ModelsCompared compared, World world, int clients) {
        return new ModelTable(compared, world, clients).table();
    }

    private Table table() {
        List<ModelOutcome> outcomes = compared.at(world, clients);
        boolean killed = outcomes.stream()
                .flatMap(one -> one.figures().stream())
                .anyMatch(f -> !f.deaths().isEmpty());
        boolean judged = !compared.scenario().objectives().isEmpty();
        List<Column> columns = new ArrayList<>(List.of(
                Column.text(""),
                new Column("latency", "p50", true),
                new Column("latency", "p99", true),
                new Column("latency", "p99.9", true),
                new Column("", "capacity", true),
                Column.text("chokepoint"),
                Column.text("busiest, bytes")));
        if (killed) {
            columns.add(new Column("a death", "loses", false));
            columns.add(new Column("a death", "back in", false));
        }
        columns.add(new Column("", "servers", true));
        if (judged) {
            columns.add(Column.text("slo"));
        }
        String title = Words.world(world) + ", " + ModelWords.clients(clients);
        return new Table(
                title,
                columns,
                outcomes.stream().map(one -> row(one, killed, judged)).toList());
    }

    private List<Cell> row(ModelOutcome outcome, boolean killed, boolean judged) {
        List<Cell> cells = new ArrayList<>();
        Optional<ModelFigures> figures = outcome.figures();
        boolean bad = outcome.believed().isEmpty();
        String mark = figures.isEmpty() ? " (skipped)" : bad ? " (VOID)" : "";
        cells.add(Cell.of(ModelWords.model(outcome) + mark, bad ? Tone.BAD : Tone.STRONG));
        if (figures.isEmpty()) {
            int empty = 7 + (killed ? 2 : 0) + (judged ? 1 : 0);
            for (int i = 0; i < empty; i++) {
                cells.add(Cell.none());
            }
            return cells;
        }
        ModelFigures f = figures.get();
        Model model = outcome.variant().model();
        cells.add(latency(f, Figure.P50, Metric.P50, model));
        cells.add(latency(f, Figure.P99, Metric.P99, model));
        cells.add(latency(f, Figure.P999, Metric.P999, model));
        cells.add(f.capacity()
                .map(c -> Cell.of(ModelWords.capacity(c) + marks.of(Metric.CAPACITY, model)))
                .orElse(Cell.none()));
        cells.add(f.result().diagnosis().chokepoint().map(this::choked).orElse(Cell.none()));
        cells.add(f.busiest()
                .map(node -> Cell.of(ModelWords.node(node) + " " + ModelWords.bytes(node.bytesPerMessage())))
                .orElse(Cell.none()));
        if (killed) {
            cells.addAll(death(f, model));
        }
        cells.add(Cell.of(Words.count(f.cost().servers())));
        if (judged) {
            cells.add(slo(f));
        }
        return cells;
    }

    private Cell latency(ModelFigures figures, Figure figure, Metric metric, Model model) {
        return Cell.of(Words.estimate(figures.of(figure)) + marks.of(metric, model));
    }

    private Cell choked(Chokepoint chokepoint) {
        return Cell.of(
                Words.place(shorter(chokepoint.resource())) + " " + Words.wholePercent(chokepoint.utilisation()));
    }

    /** A group's own links by its name alone: the models differ in what they lead to. */
    private String shorter(String resource) {
        for (ClientGroup group : compared.scenario().clients()) {
            if (resource.startsWith("access " + group.name() + "->")) {
                return group.name() + " uplink";
            }
            if (resource.startsWith("access ") && resource.endsWith("->" + group.name())) {
                return group.name() + " downlink";
            }
        }
        return resource;
    }

    private List<Cell> death(ModelFigures figures, Model model) {
        return figures.worst()
                .map(death -> List.of(lost(death, model), Cell.of(ModelWords.back(death))))
                .orElse(List.of(Cell.none(), Cell.none()));
    }

    private Cell lost(Death death, Model model) {
        return Cell.of(death.node() + " " + ModelWords.lost(death) + marks.of(Metric.LOST, model));
    }

    private static Cell slo(ModelFigures figures) {
        if (figures.verdicts().isEmpty()) {
            return Cell.none();
        }
        return figures.met() ? Cell.of("met", Tone.GOOD) : Cell.of("MISSED", Tone.BAD);
    }

    /** What the columns and marks mean. */
    static String legend(ModelsCompared compared) {
        String capacity = compared.plan().capacity() == Method.BOUND
                ? "Capacity: what the chokepoint's measured demand leaves room for (utilisation law), ± 95 %."
                : "Capacity: the highest load that met the objectives and the lowest that missed them (search).";
        return capacity
                + " Chokepoint: and how much of it was used. Busiest: the node through which most bytes pass, in and out, for each"
                + " message delivered. A death: of the node whose process costs most when it dies half-way; the part of what was to be"
                + " delivered from then on that is lost, and when as much was carried again as without it. "
                + ModelMarks.LEGEND;
    }

    /** What is missing, void or to be doubted; what several models have in common is said once. */
    static List<String> doubts(ModelsCompared compared) {
        Map<String, List<String>> models = new LinkedHashMap<>();
        for (ModelOutcome outcome : compared.outcomes()) {
            String at = Words.world(outcome.variant().world()) + ", "
                    + ModelWords.clients(outcome.variant().clients()) + ", %s: ";
            outcome.skipped().ifPresent(why -> say(models, at + "skipped: " + why, outcome));
            outcome.figures()
                    .ifPresent(f -> f.result().voided().ifPresent(why -> say(models, at + "VOID: " + why, outcome)));
            outcome.believed().ifPresent(f -> f.result().notes().forEach(note -> say(models, at + note, outcome)));
        }
        List<String> doubts = new ArrayList<>();
        models.forEach((text, names) -> doubts.add(text.replaceFirst("%s", String.join(", ", names))));
        if (compared.outcomes().size() < compared.asked()) {
            doubts.add("stopped early: " + compared.outcomes().size() + " of " + compared.asked() + " were run");
        }
        return doubts;
    }

    private static void say(Map<String, List<String>> models, String text, ModelOutcome outcome) {
        models.computeIfAbsent(text, _ -> new ArrayList<>()).add(ModelWords.model(outcome));
    }
}

package dev.chokepoint.report;

import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.models.Contrast;
import dev.chokepoint.lab.models.Contrast.Metric;
import dev.chokepoint.lab.models.ModelFigures;
import dev.chokepoint.lab.models.ModelsCompared;
import dev.chokepoint.lab.scenario.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which model is best at what, in sentences. */
final class ModelAnswer {
    private final ModelsCompared compared;
    private final World world;
    private final int clients;
    private final ModelMarks marks;

    private ModelAnswer(ModelsCompared compared, World world, int clients) {
        this.compared = compared;
        this.world = world;
        this.clients = clients;
        this.marks = new ModelMarks(compared.contrasts(world, clients));
    }

    /** At the first number of clients in each world. */
    static List<String> of(ModelsCompared compared) {
        List<String> sentences = new ArrayList<>();
        for (World world : compared.worlds()) {
            sentences.add(
                    new ModelAnswer(compared, world, compared.clients(world).getFirst()).sentence());
        }
        return sentences.isEmpty() ? List.of("Nothing was measured.") : sentences;
    }

    /** The best models' names, for a heading. */
    static String headline(ModelsCompared compared) {
        return compared.worlds().stream()
                .findFirst()
                .map(world ->
                        new ModelAnswer(compared, world, compared.clients(world).getFirst()).names())
                .orElse("Nothing was measured.");
    }

    private String names() {
        List<String> parts = new ArrayList<>();
        marks.best(Metric.P99).ifPresent(best -> parts.add(best.word() + " is fastest"));
        marks.best(Metric.CAPACITY).ifPresent(best -> parts.add(best.word() + " carries most"));
        marks.best(Metric.LOST).ifPresent(best -> parts.add(best.word() + " loses least when a node dies"));
        return parts.isEmpty()
                ? "There are no two models to set against each other."
                : "At " + ModelWords.clients(clients) + " " + String.join(", ", parts) + ".";
    }

    private String sentence() {
        List<String> parts = new ArrayList<>();
        best(Metric.P99, "the fastest", f -> "p99 " + Words.estimate(f.of(Figure.P99)))
                .ifPresent(parts::add);
        best(
                        Metric.CAPACITY,
                        "the one that carries most",
                        f -> f.capacity().map(ModelWords::capacity).orElse("–"))
                .ifPresent(parts::add);
        best(
                        Metric.LOST,
                        "the one that loses least when its worst node dies",
                        f -> f.worst()
                                .map(death -> ModelWords.lost(death) + ", " + death.node())
                                .orElse("–"))
                .ifPresent(parts::add);
        String where = Words.in(world) + ", at " + ModelWords.clients(clients);
        String begin = Character.toUpperCase(where.charAt(0)) + where.substring(1) + ": ";
        return parts.isEmpty()
                ? begin + "there are no two models to set against each other."
                : begin + String.join("; ", parts) + ".";
    }

    private interface Figures {
        String of(ModelFigures figures);
    }

    private Optional<String> best(Metric metric, String what, Figures figure) {
        return marks.best(metric).map(best -> {
            String said = what + " is " + ModelWords.model(best) + " (" + figure.of(figures(best)) + ")";
            List<Model> same = marks.same(metric);
            return same.isEmpty()
                    ? said
                    : said + ", not significantly different from "
                            + same.stream().map(ModelWords::model).collect(Collectors.joining(", "));
        });
    }

    private ModelFigures figures(Model model) {
        return compared.at(world, clients).stream()
                .filter(one -> one.variant().model() == model)
                .flatMap(one -> one.figures().stream())
                .findFirst()
                .orElseThrow();
    }

    /** Pairs that can't be told apart and that the table's marks don't show. */
    static List<String> alike(ModelsCompared compared) {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        for (World world : compared.worlds()) {
            for (int clients : compared.clients(world)) {
                for (Contrast one : new ModelMarks(compared.contrasts(world, clients)).others()) {
                    String pair = Words.world(world) + ", " + ModelWords.clients(clients) + ": "
                            + ModelWords.model(one.one()) + " and " + ModelWords.model(one.other());
                    alike.computeIfAbsent(pair, _ -> new ArrayList<>()).add(ModelWords.metric(one.metric()));
                }
            }
        }
        List<String> sentences = new ArrayList<>();
        alike.forEach((pair, metrics) ->
                sentences.add(pair + " do not differ significantly in " + String.join(", ", metrics)));
        return sentences;
    }
}

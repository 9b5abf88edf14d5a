package dev.chokepoint.report;

import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.models.CapacityFigure;
import dev.chokepoint.lab.models.Death;
import dev.chokepoint.lab.models.ModelFigures;
import dev.chokepoint.lab.models.ModelOutcome;
import dev.chokepoint.lab.models.ModelsCompared;
import dev.chokepoint.lab.scenario.Model;
import dev.chokepoint.report.LineChart.Axis;
import dev.chokepoint.report.LineChart.Line;
import dev.chokepoint.report.LineChart.Point;
import dev.chokepoint.report.LineChart.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The models' curves over each other, in one world. */
final class ModelCharts {
    private static final List<String> COLOURS = List.of("accent", "second", "third", "fourth", "fifth");
    private static final Axis CLIENTS = new Axis("clients", " clients", Scale.LOG);

    private final ModelsCompared compared;
    private final World world;
    private final LatencyUnit unit;

    ModelCharts(ModelsCompared compared, World world) {
        this.compared = compared;
        this.world = world;
        unit = LatencyUnit.of(figures()
                .mapToLong(figures -> figures.result().latency().p99Nanos())
                .max()
                .orElse(0));
    }

    private Stream<ModelFigures> figures() {
        return compared.outcomes().stream()
                .filter(one -> one.variant().world() == world)
                .flatMap(one -> one.figures().stream());
    }

    /** All charts of a page. */
    static List<LineChart> all(ModelsCompared compared) {
        List<LineChart> all = new ArrayList<>();
        for (World world : compared.worlds()) {
            ModelCharts charts = new ModelCharts(compared, world);
            all.addAll(charts.first());
            all.addAll(charts.growth());
        }
        return all;
    }

    /** At the first number of clients: all latencies, and what is carried while a node dies. */
    List<LineChart> first() {
        return List.of(percentiles(), deaths());
    }

    /** Over the numbers of clients; none for one. */
    List<LineChart> growth() {
        return compared.clients(world).size() < 2
                ? List.of()
                : List.of(
                        growing("median", "p50 latency, " + unit.symbol(), " " + unit.symbol(), this::p50),
                        growing("tail", "p99 latency, " + unit.symbol(), " " + unit.symbol(), this::p99),
                        growing("capacity", "capacity, deliveries per second", "/s", ModelCharts::capacity),
                        growing(
                                "carried",
                                "delivered per second",
                                "/s",
                                f -> f.result().load().carriedPerSecond()));
    }

    private double p50(ModelFigures figures) {
        return unit.in(figures.of(Figure.P50).value());
    }

    private double p99(ModelFigures figures) {
        return unit.in(figures.of(Figure.P99).value());
    }

    private static double capacity(ModelFigures figures) {
        return figures.capacity().map(CapacityFigure::perSecond).orElse(Double.NaN);
    }

    private String id(String what) {
        return what + "-" + JsonReport.lower(world);
    }

    private LineChart percentiles() {
        return new LineChart(
                id("percentiles"),
                new Axis("messages that were at least as fast", "", Scale.PERCENTILE),
                new Axis("latency, " + unit.symbol(), " " + unit.symbol(), Scale.LINEAR),
                lines(f -> f.result().latency().curve().stream()
                        .map(point ->
                                new Point(ChartData.odds(point, f.result().latency()), unit.in((double) point.nanos())))
                        .toList()));
    }

    private LineChart deaths() {
        return new LineChart(
                id("deaths"),
                new Axis("seconds since the load began", " s", Scale.LINEAR),
                new Axis("delivered per second", "/s", Scale.LINEAR),
                lines(f -> f.worst().map(ModelCharts::carried).orElse(List.of())));
    }

    private static List<Point> carried(Death death) {
        return death.timeline().stream()
                .map(point -> new Point(point.atNanos() / 1e9, point.carriedPerSecond()))
                .toList();
    }

    private List<Line> lines(Function<ModelFigures, List<Point>> points) {
        List<Line> lines = new ArrayList<>();
        for (ModelOutcome one : compared.at(world, compared.clients(world).getFirst())) {
            List<Point> drawn = one.figures().map(points).orElse(List.of());
            if (!drawn.isEmpty()) {
                lines.add(new Line(ModelWords.model(one), colour(one.variant().model()), false, false, drawn));
            }
        }
        return lines;
    }

    private String colour(Model model) {
        return COLOURS.get(Math.max(0, compared.plan().models().indexOf(model)) % COLOURS.size());
    }

    private LineChart growing(String id, String name, String unitSymbol, ToDoubleFunction<ModelFigures> figure) {
        List<Line> lines = new ArrayList<>();
        for (Model model : compared.plan().models()) {
            List<Point> points = compared.outcomes().stream()
                    .filter(one ->
                            one.variant().world() == world && one.variant().model() == model)
                    .map(one -> point(one, figure))
                    .toList();
            lines.add(new Line(ModelWords.model(model), colour(model), false, true, points));
        }
        return new LineChart(id(id), CLIENTS, new Axis(name, unitSymbol, Scale.LOG), lines);
    }

    /** A logarithmic axis has no 0: there the line has a gap. */
    private static Point point(ModelOutcome outcome, ToDoubleFunction<ModelFigures> figure) {
        double value = outcome.figures().map(figure::applyAsDouble).orElse(Double.NaN);
        return new Point(outcome.variant().clients(), value > 0 ? value : Double.NaN, note(outcome));
    }

    private static String note(ModelOutcome outcome) {
        if (outcome.believed().isEmpty()) {
            return outcome.figures().isPresent() ? "VOID" : "";
        }
        return outcome.believed().orElseThrow().result().diagnosis().saturated() ? "more load than it carries" : "";
    }
}

package dev.chokepoint.report;

import dev.chokepoint.lab.measure.ResourceFigures;
import dev.chokepoint.lab.measure.TimePoint;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.report.Table.Cell;
import dev.chokepoint.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the run went: a strip of colour for each resource, and the figures behind the charts. */
final class TimelineHtml {
    private TimelineHtml() {}

    /** One row a resource, one field an interval. */
    static void strips(Html html, WorldResult world) {
        html.element("h3", "Utilisation, " + Words.heading(world));
        html.open("div", "class", "strips");
        // Not every resource is followed over time: the lab gives those that are first.
        int followed = world.timeline().stream()
                .mapToInt(point -> point.utilisations().size())
                .min()
                .orElse(0);
        for (int r = 0; r < followed; r++) {
            strip(html, world, r);
        }
        html.close();
    }

    private static void strip(Html html, WorldResult world, int resource) {
        ResourceFigures figures = world.resources().get(resource);
        String name = Words.place(figures.name());
        boolean chokepoint = ResourceTable.isChokepoint(world, figures.name());
        html.element("span", (chokepoint ? "▶ " : "") + name, "class", chokepoint ? "strong" : "");
        String mean = name + ", " + Words.percent(figures.utilisation()) + " used on the whole";
        int intervals = world.timeline().size();
        html.open(
                "svg",
                "class",
                "strip",
                "viewBox",
                "0 0 " + intervals + " 1",
                "preserveAspectRatio",
                "none",
                "role",
                "img",
                "aria-label",
                mean);
        for (int i = 0; i < intervals; i++) {
            field(html, i, world.timeline().get(i), resource);
        }
        html.close();
        html.element("span", Words.percent(figures.utilisation()), "class", "number");
    }

    private static void field(Html html, int interval, TimePoint point, int resource) {
        double used = point.utilisations().get(resource);
        // A little wider than its place: neighbours must not leave a gap between them.
        html.open("rect", "class", Heat.of(used), "x", "" + interval, "width", "1.05", "height", "1");
        html.element("title", Words.time(point.atNanos()) + ": " + Words.percent(used))
                .close();
    }

    /** The figures behind the charts. */
    static Table table(RunResult result) {
        List<Column> columns = new ArrayList<>(List.of(new Column("", "until", true)));
        for (WorldResult world : result.worlds()) {
            for (String head : List.of("offered", "carried", "p50", "p99")) {
                columns.add(new Column(Words.heading(world), head, true));
            }
        }
        List<List<Cell>> rows = Worlds.align(result.worlds(), WorldResult::timeline, TimePoint::atNanos).stream()
                .map(TimelineHtml::row)
                .toList();
        return new Table("Timeline", columns, rows);
    }

    private static List<Cell> row(List<Optional<TimePoint>> row) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(Words.time(
                row.stream().flatMap(Optional::stream).findFirst().orElseThrow().atNanos())));
        for (Optional<TimePoint> point : row) {
            cells.addAll(
                    point.map(TimelineHtml::cells).orElse(List.of(Cell.none(), Cell.none(), Cell.none(), Cell.none())));
        }
        return cells;
    }

    private static List<Cell> cells(TimePoint p) {
        return List.of(
                Cell.of(Words.rate(p.offeredPerSecond())),
                Cell.of(Words.rate(p.carriedPerSecond())),
                p.p50Nanos() == 0 ? Cell.none() : Cell.of(Words.time(p.p50Nanos())),
                p.p99Nanos() == 0 ? Cell.none() : Cell.of(Words.time(p.p99Nanos())));
    }
}

package dev.chokepoint.report;

import dev.chokepoint.lab.measure.ResourceFigures;
import dev.chokepoint.lab.measure.TimePoint;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.report.LineChart.Axis;
import dev.chokepoint.report.LineChart.Line;
import dev.chokepoint.report.LineChart.Point;
import dev.chokepoint.report.LineChart.Scale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How much of the busiest resources was used over time: one chart a resource, one line a world. */
final class UtilisationCharts {
    private static final int MOST = 4;

    private UtilisationCharts() {}

    private record Busy(String resource, double utilisation) {}

    static List<LineChart> of(RunResult result) {
        List<LineChart> charts = new ArrayList<>();
        for (Busy busy : busiest(result)) {
            charts.add(new LineChart(
                    "used-" + charts.size(),
                    new Axis("seconds since the load began", " s", Scale.LINEAR),
                    new Axis(Words.place(busy.resource()) + ", % used", " %", Scale.LINEAR),
                    lines(result, busy.resource())));
        }
        return charts;
    }

    static void write(Html html, RunResult result) {
        List<Busy> busiest = busiest(result);
        if (busiest.isEmpty()) {
            return;
        }
        html.element("h3", "The busiest resources");
        html.open("div", "class", "multiples");
        List<LineChart> charts = of(result);
        for (int i = 0; i < charts.size(); i++) {
            charts.get(i)
                    .place(
                            html,
                            "Utilisation of " + busiest.get(i).resource()
                                    + " over time. The strips that follow have it too.");
        }
        html.close();
    }

    /** Those that any world used most. */
    private static List<Busy> busiest(RunResult result) {
        List<Busy> all = new ArrayList<>();
        for (List<Optional<ResourceFigures>> row :
                Worlds.align(result.worlds(), WorldResult::resources, ResourceFigures::name)) {
            String name = row.stream()
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow()
                    .name();
            double most = row.stream()
                    .flatMap(Optional::stream)
                    .mapToDouble(ResourceFigures::utilisation)
                    .max()
                    .orElse(0);
            if (most > 0 && result.worlds().stream().anyMatch(world -> followed(world, name) >= 0)) {
                all.add(new Busy(name, most));
            }
        }
        return all.stream()
                .sorted(Comparator.comparingDouble(Busy::utilisation).reversed())
                .limit(MOST)
                .toList();
    }

    /** Its place among the resources that the world's timeline has; below 0 where it has it not. */
    private static int followed(WorldResult world, String resource) {
        int followed = world.timeline().stream()
                .mapToInt(point -> point.utilisations().size())
                .min()
                .orElse(0);
        for (int i = 0; i < followed; i++) {
            if (world.resources().get(i).name().equals(resource)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Line> lines(RunResult result, String resource) {
        List<Line> lines = new ArrayList<>();
        for (WorldResult world : result.worlds()) {
            int at = followed(world, resource);
            if (at >= 0) {
                lines.add(new Line(
                        Words.heading(world), Words.colour(world.world()), false, false, points(world.timeline(), at)));
            }
        }
        return lines;
    }

    private static List<Point> points(List<TimePoint> timeline, int resource) {
        return timeline.stream()
                .map(point -> new Point(
                        point.atNanos() / 1e9, 100 * point.utilisations().get(resource)))
                .toList();
    }
}

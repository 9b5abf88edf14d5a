package dev.chokepoint.report;

import dev.chokepoint.lab.difference.RunDifference;
import dev.chokepoint.lab.difference.SavedRun;
import dev.chokepoint.lab.measure.TimePoint;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.report.LineChart.Axis;
import dev.chokepoint.report.LineChart.Line;
import dev.chokepoint.report.LineChart.Point;
import dev.chokepoint.report.LineChart.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Runs before and after, drawn over each other. */
final class DiffCharts {
    private static final Axis SECONDS = new Axis("seconds since the load began", " s", Scale.LINEAR);

    private final RunDifference difference;

    DiffCharts(RunDifference difference) {
        this.difference = difference;
    }

    private LatencyUnit unit(World world) {
        return LatencyUnit.of(Stream.concat(difference.before().stream(), difference.after().stream())
                .flatMap(run -> run.of(world).stream())
                .mapToLong(result -> result.latency().maxNanos())
                .max()
                .orElse(0));
    }

    List<LineChart> all() {
        List<LineChart> all = new ArrayList<>();
        difference.worlds().stream()
                .filter(world -> world.unjudged().isEmpty())
                .forEach(world -> all.addAll(
                        List.of(percentiles(world.world()), latencies(world.world()), loads(world.world()))));
        return all;
    }

    LineChart percentiles(World world) {
        LatencyUnit unit = unit(world);
        return new LineChart(
                id("percentiles", world),
                new Axis("messages that were at least as fast", "", Scale.PERCENTILE),
                new Axis("latency, " + unit.symbol(), " " + unit.symbol(), Scale.LINEAR),
                lines(
                        world,
                        result -> result.latency().curve().stream()
                                .map(point -> new Point(
                                        ChartData.odds(point, result.latency()), unit.in((double) point.nanos())))
                                .toList()));
    }

    LineChart latencies(World world) {
        LatencyUnit unit = unit(world);
        return overTime(
                id("latencies", world),
                new Axis("p99 latency, " + unit.symbol(), " " + unit.symbol(), Scale.LINEAR),
                world,
                point -> point.p99Nanos() == 0 ? Double.NaN : unit.in((double) point.p99Nanos()));
    }

    LineChart loads(World world) {
        return overTime(
                id("loads", world),
                new Axis("carried, messages per second", "/s", Scale.LINEAR),
                world,
                TimePoint::carriedPerSecond);
    }

    private static String id(String what, World world) {
        return what + "-" + JsonReport.lower(world);
    }

    private LineChart overTime(String id, Axis y, World world, ToDoubleFunction<TimePoint> figure) {
        return new LineChart(
                id,
                SECONDS,
                y,
                lines(
                        world,
                        result -> result.timeline().stream()
                                .map(point -> new Point(point.atNanos() / 1e9, figure.applyAsDouble(point)))
                                .toList()));
    }

    private List<Line> lines(World world, Function<WorldResult, List<Point>> points) {
        List<Line> lines = new ArrayList<>();
        add(lines, "before", "accent", difference.before(), world, points);
        add(lines, "after", "second", difference.after(), world, points);
        return lines;
    }

    private static void add(
            List<Line> lines,
            String name,
            String colour,
            List<SavedRun> runs,
            World world,
            Function<WorldResult, List<Point>> points) {
        for (SavedRun run : runs) {
            run.of(world).ifPresent(result -> lines.add(new Line(name, colour, false, false, points.apply(result))));
        }
    }
}

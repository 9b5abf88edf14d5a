package dev.chokepoint.report;

import dev.chokepoint.lab.compare.Compared;
import dev.chokepoint.lab.compare.Outcome;
import dev.chokepoint.lab.measure.Footprint;
import dev.chokepoint.lab.measure.Latency;
import dev.chokepoint.report.LineChart.Axis;
import dev.chokepoint.report.LineChart.Line;
import dev.chokepoint.report.LineChart.Point;
import dev.chokepoint.report.LineChart.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Each figure over the number of connections, one line a series. */
final class CompareCharts {
    private static final List<String> COLOURS = List.of("accent", "second", "third", "fourth", "fifth");

    private CompareCharts() {}

    static List<LineChart> of(Compared compared) {
        LatencyUnit unit = LatencyUnit.of(compared.outcomes().stream()
                .flatMap(outcome -> outcome.measured().stream())
                .mapToLong(measured -> measured.result().latency().p99Nanos())
                .max()
                .orElse(0));
        String symbol = " " + unit.symbol();
        return List.of(
                chart(compared, "carried", "messages per second", "/s", Outcome::carriedPerSecond),
                chart(compared, "cpu", "server CPU, us a message", " us", o -> o.cpuNanosPerMessage() / 1e3),
                chart(compared, "median", "p50 latency," + symbol, symbol, o -> unit.in(latency(o, Latency::p50Nanos))),
                chart(compared, "tail", "p99 latency," + symbol, symbol, o -> unit.in(latency(o, Latency::p99Nanos))),
                chart(compared, "memory", "server memory, MB", " MB", o -> server(o, Footprint::memoryBytesMax) / 1e6),
                chart(compared, "threads", "server threads", "", o -> server(o, Footprint::threadsMax)));
    }

    private static double latency(Outcome outcome, ToLongFunction<Latency> figure) {
        return outcome.measured()
                .map(measured -> (double) figure.applyAsLong(measured.result().latency()))
                .orElse(Double.NaN);
    }

    private static double server(Outcome outcome, ToLongFunction<Footprint> figure) {
        return outcome.measured()
                .map(measured -> (double) figure.applyAsLong(measured.server()))
                .orElse(Double.NaN);
    }

    private static LineChart chart(
            Compared compared, String id, String name, String unit, ToDoubleFunction<Outcome> figure) {
        List<Line> lines = new ArrayList<>();
        for (String series : compared.series()) {
            List<Point> points = compared.outcomes().stream()
                    .filter(outcome -> outcome.variant().series().equals(series))
                    .map(outcome -> point(outcome, figure))
                    .toList();
            lines.add(new Line(series, COLOURS.get(lines.size() % COLOURS.size()), false, true, points));
        }
        return new LineChart(
                id, new Axis("connections", " connections", Scale.LOG), new Axis(name, unit, Scale.LOG), lines);
    }

    /** A logarithmic axis has no 0: there the line has a gap. */
    private static Point point(Outcome outcome, ToDoubleFunction<Outcome> figure) {
        double value = figure.applyAsDouble(outcome);
        String note = outcome.doubt().isPresent() ? "VOID" : "";
        return new Point(outcome.variant().clients(), value > 0 ? value : Double.NaN, note);
    }
}

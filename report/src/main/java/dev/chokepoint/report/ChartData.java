package dev.chokepoint.report;

import static dev.chokepoint.report.JsonReport.lower;

import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Latency;
import dev.chokepoint.lab.measure.PhaseShare;
import dev.chokepoint.lab.measure.TimePoint;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.RunResult;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the page's charts draw, in the units that their axes name. */
final class ChartData {
    private final RunResult result;
    private final LatencyUnit unit;

    private ChartData(RunResult result) {
        this.result = result;
        this.unit = LatencyUnit.of(result.worlds().stream()
                .mapToLong(w -> w.latency().maxNanos())
                .max()
                .orElse(0));
    }

    /** JSON that may stand inside a script element. */
    static String json(RunResult result) {
        return new ChartData(result).tree().toString().replace("<", "\\u003c");
    }

    private ObjectNode tree() {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("unit", unit.symbol());
        ArrayNode worlds = root.putArray("worlds");
        result.worlds().forEach(w -> world(worlds.addObject(), w));
        phases(root.putObject("phases"));
        LineChart.data(root.putArray("lines"), UtilisationCharts.of(result));
        ConnectionHtml.of(result).ifPresent(trace -> ConnectionHtml.data(root.putObject("connection"), trace));
        return root;
    }

    private void world(ObjectNode node, WorldResult world) {
        node.put("name", Words.heading(world));
        node.put("key", lower(world.world()));
        node.put("colour", Words.colour(world.world()));
        ArrayNode curve = node.putArray("curve");
        for (Latency.Point p : world.latency().curve()) {
            curve.addArray().add(odds(p, world.latency())).add(unit.in((double) p.nanos()));
        }
        ArrayNode intervals = node.putArray("intervals");
        world.statistics()
                .ifPresent(statistics -> statistics.estimates().stream()
                        .filter(estimate -> estimate.figure().tail() < 1 && Double.isFinite(estimate.halfWidth()))
                        .filter(estimate -> estimate.doubt() != Estimate.Doubt.FEW_MESSAGES)
                        .forEach(estimate -> interval(intervals.addArray(), estimate)));
        List<TimePoint> timeline = world.timeline();
        series(node.putArray("offered"), timeline, TimePoint::offeredPerSecond);
        series(node.putArray("carried"), timeline, TimePoint::carriedPerSecond);
        series(node.putArray("p50"), timeline, t -> latency(t.p50Nanos()));
        series(node.putArray("p99"), timeline, t -> latency(t.p99Nanos()));
    }

    /** 1 / (1 - percentile): 10 at 90 %, 100 at 99 %. The last point is the largest of count messages. */
    static double odds(Latency.Point point, Latency latency) {
        return Math.min(1 / (1 - point.percentile() / 100), (double) latency.count());
    }

    /** Where it stands, from, to. */
    private void interval(ArrayNode node, Estimate estimate) {
        node.add(1 / estimate.figure().tail());
        node.add(unit.in(Math.max(0, estimate.value() - estimate.halfWidth())));
        node.add(unit.in(estimate.value() + estimate.halfWidth()));
    }

    /** Nothing was delivered where it is 0: there the line has a gap. */
    private double latency(long nanos) {
        return nanos == 0 ? Double.NaN : unit.in((double) nanos);
    }

    private static void series(ArrayNode array, List<TimePoint> timeline, ToDoubleFunction<TimePoint> figure) {
        for (TimePoint point : timeline) {
            double value = figure.applyAsDouble(point);
            ArrayNode pair = array.addArray().add(point.atNanos() / 1e9);
            if (Double.isFinite(value)) {
                pair.add(value);
            } else {
                pair.addNull();
            }
        }
    }

    private void phases(ObjectNode node) {
        ArrayNode bars = node.putArray("bars");
        for (WorldResult world : result.worlds()) {
            bars.add(Words.heading(world) + ", mean");
            bars.add(Words.heading(world) + ", slowest 1 %");
        }
        ArrayNode segments = node.putArray("segments");
        for (List<Optional<PhaseShare>> row : PhaseTable.rows(result)) {
            ObjectNode segment = segments.addObject();
            segment.put("name", PhaseTable.name(row));
            segment.put("colour", PhaseTable.colour(row));
            ArrayNode values = segment.putArray("values");
            for (Optional<PhaseShare> share : row) {
                values.add(unit.in(share.map(PhaseShare::meanNanos).orElse(0.0)));
                values.add(unit.in(share.map(PhaseShare::tailMeanNanos).orElse(0.0)));
            }
        }
    }
}

package dev.chokepoint.report;

import static dev.chokepoint.report.JsonReport.lower;
import static dev.chokepoint.report.JsonReport.put;

import dev.chokepoint.lab.capacity.CapacityResult;
import dev.chokepoint.lab.capacity.LoadAxis.Unit;
import dev.chokepoint.lab.capacity.LoadPoint;
import dev.chokepoint.lab.capacity.WorldCapacity;
import dev.chokepoint.lab.diagnose.Diagnosis.AnalyticBound;
import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.scenario.Objective;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code capacity.js} draws, in the units that its axes name. */
final class CapacityData {
    private static final int STEPS = 120;

    private final CapacityResult result;
    private final LatencyUnit unit;

    private CapacityData(CapacityResult result) {
        this.result = result;
        this.unit = LatencyUnit.of(points().stream()
                .flatMap(point -> point.of(Figure.P50).stream())
                .mapToLong(estimate -> (long) estimate.value())
                .max()
                .orElse(0));
    }

    /** JSON that may stand inside a script element. */
    static String json(CapacityResult result) {
        return new CapacityData(result).tree().toString().replace("<", "\\u003c");
    }

    private List<LoadPoint> points() {
        return result.worlds().stream()
                .flatMap(world -> world.points().stream())
                .toList();
    }

    private ObjectNode tree() {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("unit", unit.symbol());
        root.put("axis", axis(result.axis().unit()));
        ArrayNode worlds = root.putArray("worlds");
        result.worlds().forEach(world -> world(worlds.addObject(), world));
        ArrayNode limits = root.putArray("limits");
        result.scenario().objectives().stream()
                .filter(CapacityPlot::isLatency)
                .forEach(objective -> limit(limits.addObject(), objective));
        theory(root.putArray("theory"));
        return root;
    }

    private static String axis(Unit unit) {
        return switch (unit) {
            case PER_SECOND -> "offered load, messages per second";
            case CLIENTS -> "load, clients";
            case TIMES -> "load, times the scenario's own";
        };
    }

    private void world(ObjectNode node, WorldCapacity world) {
        node.put("name", Words.world(world.world()));
        node.put("key", lower(world.world()));
        node.put("colour", Words.colour(world.world()));
        world.capacity().met().ifPresent(point -> put(node, "met", point.load()));
        world.capacity().above().ifPresent(point -> put(node, "above", point.load()));
        world.knee().ifPresent(knee -> put(node, "knee", knee.point().load()));
        ArrayNode points = node.putArray("points");
        world.points().stream()
                .filter(point -> point.delivered() > 0)
                .forEach(point -> point(points.addObject(), world, point));
    }

    private void point(ObjectNode node, WorldCapacity world, LoadPoint point) {
        put(node, "load", point.load());
        node.put("label", result.axis().text(point.load()) + CapacityTable.mark(world, point));
        node.put("outcome", lower(point.outcome()));
        node.put("verdict", Words.outcome(point.outcome()));
        figure(node.putArray("carried"), point, Figure.CARRIED, 1);
        figure(node.putArray("p50"), point, Figure.P50, unit.in(1));
        figure(node.putArray("p99"), point, Figure.P99, unit.in(1));
        point.chokepoint().ifPresent(found -> {
            node.put("chokepoint", Words.place(found.resource()));
            node.put("used", Words.percent(found.utilisation()));
        });
    }

    /** The value, and the ends of its interval where it has one. */
    private static void figure(ArrayNode node, LoadPoint point, Figure figure, double scale) {
        Estimate estimate = point.of(figure).orElseThrow();
        node.add(estimate.value() * scale);
        if (Double.isFinite(estimate.halfWidth())) {
            node.add(Math.max(0, estimate.value() - estimate.halfWidth()) * scale);
            node.add((estimate.value() + estimate.halfWidth()) * scale);
        }
    }

    private void limit(ObjectNode node, Objective objective) {
        node.put("text", objective.text());
        put(node, "at", unit.in(objective.limit()));
    }

    /** The smallest bound at each load, which resource it is, and which law. */
    private void theory(ArrayNode array) {
        double most = points().stream().mapToDouble(LoadPoint::factor).max().orElse(0);
        double own = points().stream()
                .filter(point -> point.factor() == 1)
                .mapToDouble(LoadPoint::load)
                .findFirst()
                .orElse(0);
        for (int step = 0; step <= STEPS && own > 0 && !result.bounds().isEmpty(); step++) {
            double factor = most * step / STEPS;
            AnalyticBound least = result.bounds().stream()
                    .min(Comparator.comparingDouble(bound -> result.axis().atMost(bound, factor)))
                    .orElseThrow();
            array.addArray()
                    .add(own * factor)
                    .add(result.axis().atMost(least, factor))
                    .add(Words.place(least.resource()) + ": " + least.law());
        }
    }
}

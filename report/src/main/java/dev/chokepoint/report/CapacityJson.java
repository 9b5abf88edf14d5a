package dev.chokepoint.report;

import static dev.chokepoint.report.JsonReport.head;
import static dev.chokepoint.report.JsonReport.lower;
import static dev.chokepoint.report.JsonReport.put;

import dev.chokepoint.lab.capacity.CapacityResult;
import dev.chokepoint.lab.capacity.Judgement;
import dev.chokepoint.lab.capacity.LoadPoint;
import dev.chokepoint.lab.capacity.WorldCapacity;
import dev.chokepoint.lab.diagnose.Diagnosis.AnalyticBound;
import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.statistics.Interval;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The capacity of a scenario for programs: one JSON object (RFC 8259), described by {@code capacity.schema.json} beside this
 * class. Names end in their unit. A number that does not exist is null.
 */
final class CapacityJson {
    /** Names the form; a later form that old readers can't read has another number. */
    static final String SCHEMA = "chokepoint-capacity/1";

    private CapacityJson() {}

    static String text(CapacityResult result) {
        return tree(result).toPrettyString() + "\n";
    }

    private static ObjectNode tree(CapacityResult result) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        head(root, SCHEMA, result.machine(), result.startedAt());
        ObjectNode scenario = root.putObject("scenario");
        scenario.put("name", result.scenario().name());
        scenario.put("about", result.scenario().about());
        scenario.put("file", result.scenarioFile());
        scenario.put("text", result.scenarioText());
        scenario.put("seed", result.scenario().seed());
        root.put("loadUnit", lower(result.axis().unit()));
        put(root, "precision", result.precision());
        root.put("confidence", Interval.CONFIDENCE);
        result.objectives().forEach(root.putArray("objectives")::add);
        ArrayNode bounds = root.putArray("bounds");
        result.bounds().forEach(bound -> bound(bounds.addObject(), bound));
        ArrayNode worlds = root.putArray("worlds");
        result.worlds().forEach(world -> world(worlds.addObject(), world));
        return root;
    }

    private static void bound(ObjectNode node, AnalyticBound bound) {
        node.put("resource", bound.resource());
        put(node, "capacityPerSecond", bound.capacityPerSecond());
        node.put("law", bound.law());
    }

    private static void world(ObjectNode node, WorldCapacity world) {
        node.put("world", lower(world.world()));
        ObjectNode capacity = node.putObject("capacity");
        capacity.put("found", world.capacity().found());
        world.capacity().met().ifPresent(point -> put(capacity, "metLoad", point.load()));
        world.capacity().above().ifPresent(point -> {
            put(capacity, "aboveLoad", point.load());
            capacity.put("aboveOutcome", lower(point.outcome()));
        });
        world.knee().ifPresent(knee -> {
            ObjectNode at = node.putObject("knee");
            put(at, "load", knee.point().load());
            put(at, "fromLoad", knee.from());
            put(at, "toLoad", knee.to());
        });
        ArrayNode points = node.putArray("points");
        world.points().forEach(point -> point(points.addObject(), point));
        world.notes().forEach(node.putArray("notes")::add);
        node.put("elapsedNanos", world.elapsedNanos());
    }

    private static void point(ObjectNode node, LoadPoint point) {
        put(node, "load", point.load());
        put(node, "factor", point.factor());
        node.put("own", point.factor() == 1);
        node.put("outcome", lower(point.outcome()));
        point.voided().ifPresent(why -> node.put("voided", why));
        node.put("runs", point.runs());
        put(node, "offeredPerSecond", point.offeredPerSecond());
        node.put("delivered", point.delivered());
        ArrayNode estimates = node.putArray("estimates");
        point.estimates().forEach(estimate -> estimate(estimates.addObject(), estimate));
        ArrayNode judgements = node.putArray("judgements");
        point.judgements().forEach(judgement -> judgement(judgements.addObject(), judgement));
        point.chokepoint().ifPresent(found -> chokepoint(node.putObject("chokepoint"), found));
        node.put("warmup", lower(point.warmup()));
    }

    private static void estimate(ObjectNode node, Estimate estimate) {
        node.put("figure", estimate.figure().text());
        node.put("unit", estimate.figure().unit());
        put(node, "value", estimate.value());
        put(node, "halfWidth", estimate.halfWidth());
        node.put("doubt", lower(estimate.doubt()));
    }

    private static void judgement(ObjectNode node, Judgement judgement) {
        node.put("objective", judgement.objective());
        node.put("unit", judgement.unit());
        put(node, "value", judgement.value());
        put(node, "halfWidth", judgement.halfWidth());
        put(node, "limit", judgement.limit());
        node.put("outcome", lower(judgement.outcome()));
    }

    private static void chokepoint(ObjectNode node, Chokepoint found) {
        node.put("resource", found.resource());
        put(node, "utilisation", found.utilisation());
        put(node, "capacityPerSecond", found.capacityPerSecond());
        node.put("law", found.law());
    }
}

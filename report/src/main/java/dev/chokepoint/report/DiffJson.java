package dev.chokepoint.report;

import static dev.chokepoint.report.JsonReport.lower;
import static dev.chokepoint.report.JsonReport.put;

import dev.chokepoint.lab.difference.FigureChange;
import dev.chokepoint.lab.difference.RunDifference;
import dev.chokepoint.lab.difference.SavedRun;
import dev.chokepoint.lab.difference.WorldDifference;
import dev.chokepoint.lab.difference.WorldDifference.ObjectiveChange;
import dev.chokepoint.lab.difference.WorldDifference.PhaseChange;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What changed between runs, as JSON, described by {@code diff.schema.json} beside this class. */
final class DiffJson {
    static final String SCHEMA = "chokepoint-diff/1";

    private DiffJson() {}

    static ObjectNode tree(RunDifference difference) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("schema", SCHEMA);
        root.put("chokepointVersion", About.version());
        root.put("regressed", difference.regressed());
        runs(root.putArray("before"), difference.before());
        runs(root.putArray("after"), difference.after());
        put(root, "band", difference.noise().agreed());
        difference.warnings().forEach(root.putArray("warnings")::add);
        ArrayNode worlds = root.putArray("worlds");
        difference.worlds().forEach(world -> world(worlds.addObject(), world));
        return root;
    }

    private static void runs(ArrayNode array, List<SavedRun> runs) {
        for (SavedRun run : runs) {
            ObjectNode node = array.addObject();
            node.put("file", run.file());
            node.put("scenario", run.scenario());
            node.put("seed", run.seed());
            node.put("startedAt", run.startedAt());
            node.put("machine", run.machine());
            node.put("chokepointVersion", run.version());
        }
    }

    private static void world(ObjectNode node, WorldDifference world) {
        node.put("world", lower(world.world()));
        node.put("regressed", world.regressed());
        world.unjudged().ifPresent(why -> node.put("unjudged", why));
        world.chokepointBefore().ifPresent(name -> node.put("chokepointBefore", name));
        world.chokepointAfter().ifPresent(name -> node.put("chokepointAfter", name));
        node.put("chokepointMoved", world.moved());
        ArrayNode figures = node.putArray("figures");
        world.figures().forEach(figure -> figure(figures.addObject(), figure));
        ArrayNode phases = node.putArray("phases");
        world.phases().forEach(phase -> phase(phases.addObject(), phase));
        ArrayNode objectives = node.putArray("objectives");
        world.objectives().forEach(objective -> objective(objectives.addObject(), objective));
    }

    private static void figure(ObjectNode node, FigureChange figure) {
        node.put("figure", figure.figure());
        node.put("unit", figure.unit());
        put(node, "before", figure.before());
        put(node, "after", figure.after());
        put(node, "change", figure.change());
        put(node, "relative", figure.relative());
        put(node, "noise", figure.noise());
        node.put("noiseSource", lower(figure.source()));
        node.put("verdict", lower(figure.verdict()));
    }

    private static void phase(ObjectNode node, PhaseChange phase) {
        node.put("phase", lower(phase.phase()));
        node.put("place", phase.place());
        put(node, "beforeMeanNanos", phase.beforeNanos());
        put(node, "afterMeanNanos", phase.afterNanos());
    }

    private static void objective(ObjectNode node, ObjectiveChange objective) {
        node.put("objective", objective.objective());
        objective.before().ifPresent(met -> node.put("metBefore", met));
        objective.after().ifPresent(met -> node.put("metAfter", met));
        node.put("newlyMissed", objective.newlyMissed());
    }
}

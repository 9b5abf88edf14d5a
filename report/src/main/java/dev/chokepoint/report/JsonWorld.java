package dev.chokepoint.report;

import static dev.chokepoint.report.JsonReport.lower;
import static dev.chokepoint.report.JsonReport.put;

import dev.chokepoint.lab.diagnose.Diagnosis;
import dev.chokepoint.lab.diagnose.Diagnosis.AnalyticBound;
import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.measure.Aftermath;
import dev.chokepoint.lab.measure.GeneratorFigures;
import dev.chokepoint.lab.measure.Latency;
import dev.chokepoint.lab.measure.LoadFigures;
import dev.chokepoint.lab.measure.PhaseShare;
import dev.chokepoint.lab.measure.ResourceFigures;
import dev.chokepoint.lab.measure.TimePoint;
import dev.chokepoint.lab.measure.WorldResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One world's part of the JSON results. What a world does not have is left out. */
final class JsonWorld {
    private JsonWorld() {}

    static void write(ObjectNode node, WorldResult world) {
        node.put("world", lower(world.world()));
        world.voided().ifPresent(why -> node.put("voided", why));
        world.traceHash().ifPresent(hash -> node.put("traceHash", hash));
        node.put("elapsedNanos", world.elapsedNanos());
        load(node.putObject("load"), world.load());
        latency(node.putObject("latency"), world.latency());
        ArrayNode phases = node.putArray("phases");
        world.phases().forEach(p -> phase(phases.addObject(), p));
        ArrayNode resources = node.putArray("resources");
        world.resources().forEach(r -> resource(resources.addObject(), r));
        diagnosis(node.putObject("diagnosis"), world.diagnosis());
        ArrayNode timeline = node.putArray("timeline");
        world.timeline().forEach(t -> point(timeline.addObject(), t));
        if (!world.aftermaths().isEmpty()) {
            ArrayNode aftermaths = node.putArray("aftermaths");
            world.aftermaths().forEach(a -> aftermath(aftermaths.addObject(), a));
        }
        world.statistics().ifPresent(s -> JsonStatistics.write(node.putObject("statistics"), s));
        world.connection().ifPresent(c -> ConnectionHtml.json(node.putObject("connection"), c));
        world.generator().ifPresent(g -> generator(node.putObject("generator"), g));
        world.notes().forEach(node.putArray("notes")::add);
    }

    static void load(ObjectNode node, LoadFigures load) {
        put(node, "offeredPerSecond", load.offeredPerSecond());
        put(node, "carriedPerSecond", load.carriedPerSecond());
        node.put("intended", load.intended());
        node.put("delivered", load.delivered());
        node.put("unfinished", load.unfinished());
        node.put("failed", load.failed());
        ObjectNode errors = node.putObject("errors");
        load.errors().forEach(errors::put);
        node.put("windowNanos", load.windowNanos());
    }

    static void latency(ObjectNode node, Latency latency) {
        node.put("count", latency.count());
        put(node, "meanNanos", latency.meanNanos());
        node.put("p50Nanos", latency.p50Nanos());
        node.put("p90Nanos", latency.p90Nanos());
        node.put("p99Nanos", latency.p99Nanos());
        node.put("p999Nanos", latency.p999Nanos());
        node.put("maxNanos", latency.maxNanos());
        ArrayNode curve = node.putArray("curve");
        for (Latency.Point p : latency.curve()) {
            ObjectNode point = curve.addObject();
            put(point, "percentile", p.percentile());
            point.put("nanos", p.nanos());
        }
    }

    private static void phase(ObjectNode node, PhaseShare p) {
        node.put("phase", lower(p.phase()));
        node.put("place", p.place());
        put(node, "meanNanos", p.meanNanos());
        put(node, "share", p.share());
        put(node, "tailMeanNanos", p.tailMeanNanos());
        put(node, "tailShare", p.tailShare());
    }

    private static void resource(ObjectNode node, ResourceFigures r) {
        node.put("name", r.name());
        node.put("kind", lower(r.kind()));
        put(node, "utilisation", r.utilisation());
        put(node, "demandUnitNanos", r.demandNanos());
        put(node, "capacityPerSecond", r.capacityPerSecond());
        put(node, "waitingMean", r.waitingMean());
        node.put("waitingMax", r.waitingMax());
        node.put("refused", r.refused());
        node.put("lost", r.lost());
    }

    private static void diagnosis(ObjectNode node, Diagnosis diagnosis) {
        node.put("saturated", diagnosis.saturated());
        diagnosis.chokepoint().ifPresent(c -> chokepoint(node.putObject("chokepoint"), c));
        diagnosis.next().ifPresent(n -> {
            ObjectNode next = node.putObject("next");
            chokepoint(next.putObject("chokepoint"), n.chokepoint());
            next.put("fix", n.fix());
            n.verified().ifPresent(v -> verified(next.putObject("verified"), v));
        });
        ArrayNode bounds = node.putArray("bounds");
        for (AnalyticBound b : diagnosis.bounds()) {
            ObjectNode bound = bounds.addObject();
            bound.put("resource", b.resource());
            put(bound, "demandUnitNanos", b.demandNanos());
            put(bound, "capacityPerSecond", b.capacityPerSecond());
            bound.put("law", b.law());
        }
    }

    private static void verified(ObjectNode node, Diagnosis.Verification v) {
        node.put("confirmed", v.confirmed());
        chokepoint(node.putObject("found"), v.found());
        put(node, "carriedPerSecond", v.carriedPerSecond());
        node.put("p99Nanos", v.p99Nanos());
        ArrayNode changes = node.putArray("changes");
        v.changes().forEach(change -> JsonStatistics.change(changes.addObject(), change));
    }

    static void chokepoint(ObjectNode node, Chokepoint c) {
        node.put("resource", c.resource());
        put(node, "utilisation", c.utilisation());
        put(node, "demandUnitNanos", c.demandNanos());
        put(node, "capacityPerSecond", c.capacityPerSecond());
        put(node, "tailShare", c.tailShare());
        node.put("law", c.law());
    }

    private static void point(ObjectNode node, TimePoint t) {
        node.put("atNanos", t.atNanos());
        put(node, "offeredPerSecond", t.offeredPerSecond());
        put(node, "carriedPerSecond", t.carriedPerSecond());
        node.put("p50Nanos", t.p50Nanos());
        node.put("p99Nanos", t.p99Nanos());
        ArrayNode used = node.putArray("utilisations");
        t.utilisations().forEach(u -> {
            if (Double.isFinite(u)) {
                used.add(u);
            } else {
                used.addNull();
            }
        });
    }

    private static void aftermath(ObjectNode node, Aftermath a) {
        node.put("fault", a.fault());
        node.put("atNanos", a.atNanos());
        node.put("lost", a.lost());
        a.noticedNanos().ifPresent(nanos -> node.put("noticedNanos", nanos));
        put(node, "beforePerSecond", a.beforePerSecond());
        put(node, "lowestPerSecond", a.lowestPerSecond());
        a.backNanos().ifPresent(nanos -> node.put("backNanos", nanos));
        node.put("resolutionNanos", a.resolutionNanos());
    }

    private static void generator(ObjectNode node, GeneratorFigures g) {
        node.put("sendLagP50Nanos", g.sendLagP50Nanos());
        node.put("sendLagP99Nanos", g.sendLagP99Nanos());
        put(node, "cpuOfOneCore", g.cpuOfOneCore());
        node.put("processId", g.processId());
    }
}

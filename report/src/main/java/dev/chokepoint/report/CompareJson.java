package dev.chokepoint.report;

import static dev.chokepoint.report.JsonReport.head;
import static dev.chokepoint.report.JsonReport.put;
import static dev.chokepoint.report.JsonReport.scenario;

import dev.chokepoint.lab.compare.Compared;
import dev.chokepoint.lab.compare.Outcome;
import dev.chokepoint.lab.measure.Latency;
import dev.chokepoint.lab.run.LiveMeasurement;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A scenario in its variants, as JSON, described by {@code compare.schema.json} beside this class. */
final class CompareJson {
    static final String SCHEMA = "chokepoint-compare/1";

    private CompareJson() {}

    static ObjectNode tree(Compared compared) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        head(root, SCHEMA, compared.machine(), compared.startedAt());
        scenario(root, compared.scenario(), compared.scenarioFile(), compared.scenarioText());
        root.put("asked", compared.asked());
        ArrayNode variants = root.putArray("variants");
        compared.outcomes().forEach(outcome -> variant(variants.addObject(), outcome));
        return root;
    }

    private static void variant(ObjectNode node, Outcome outcome) {
        node.put("series", outcome.variant().series());
        node.put("clients", outcome.variant().clients());
        outcome.skipped().ifPresent(why -> node.put("skipped", why));
        outcome.measured().ifPresent(measured -> measured(node, outcome, measured));
    }

    private static void measured(ObjectNode node, Outcome outcome, LiveMeasurement measured) {
        measured.result().voided().ifPresent(why -> node.put("voided", why));
        Latency latency = measured.result().latency();
        put(node, "carriedPerSecond", outcome.carriedPerSecond());
        node.put("failed", measured.result().load().failed());
        put(node, "meanNanos", latency.meanNanos());
        node.put("p50Nanos", latency.p50Nanos());
        node.put("p90Nanos", latency.p90Nanos());
        node.put("p99Nanos", latency.p99Nanos());
        put(node, "cpuNanosPerMessage", outcome.cpuNanosPerMessage());
        node.put("memoryBytesMax", measured.server().memoryBytesMax());
        node.put("threadsMax", measured.server().threadsMax());
        measured.result().generator().ifPresent(g -> {
            put(node, "generatorCpuOfOneCore", g.cpuOfOneCore());
            node.put("sendLagP99Nanos", g.sendLagP99Nanos());
        });
        measured.result().notes().forEach(node.putArray("notes")::add);
    }
}

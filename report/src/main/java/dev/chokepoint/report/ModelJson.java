package dev.chokepoint.report;

import static dev.chokepoint.report.JsonReport.head;
import static dev.chokepoint.report.JsonReport.lower;
import static dev.chokepoint.report.JsonReport.put;
import static dev.chokepoint.report.JsonReport.scenario;

import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.NodeBytes;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.models.CapacityFigure;
import dev.chokepoint.lab.models.Contrast;
import dev.chokepoint.lab.models.Death;
import dev.chokepoint.lab.models.MessageWay;
import dev.chokepoint.lab.models.MessageWay.Step;
import dev.chokepoint.lab.models.ModelFigures;
import dev.chokepoint.lab.models.ModelOutcome;
import dev.chokepoint.lab.models.ModelsCompared;
import dev.chokepoint.lab.statistics.Interval;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The models side by side as JSON, described by {@code models.schema.json} beside this class. */
final class ModelJson {
    static final String SCHEMA = "chokepoint-models/1";

    private ModelJson() {}

    static ObjectNode tree(ModelsCompared compared) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        head(root, SCHEMA, compared.machine(), compared.startedAt());
        scenario(root, compared.scenario(), compared.scenarioFile(), compared.scenarioText());
        root.put("asked", compared.asked());
        root.put("confidence", Interval.CONFIDENCE);
        ArrayNode variants = root.putArray("variants");
        compared.outcomes().forEach(outcome -> variant(variants.addObject(), outcome));
        ArrayNode contrasts = root.putArray("contrasts");
        for (World world : compared.worlds()) {
            for (int clients : compared.clients(world)) {
                compared.contrasts(world, clients).forEach(one -> contrast(contrasts.addObject(), world, clients, one));
            }
        }
        return root;
    }

    private static void variant(ObjectNode node, ModelOutcome outcome) {
        node.put("world", lower(outcome.variant().world()));
        node.put("model", lower(outcome.variant().model()));
        node.put("clients", outcome.variant().clients());
        outcome.skipped().ifPresent(why -> node.put("skipped", why));
        outcome.figures().ifPresent(figures -> figures(node, figures));
    }

    private static void figures(ObjectNode node, ModelFigures figures) {
        figures.result().voided().ifPresent(why -> node.put("voided", why));
        node.put("runs", figures.runs().size());
        node.put("warmupNanos", figures.scenario().warmupNanos());
        node.put("durationNanos", figures.scenario().durationNanos());
        put(node, "offeredPerSecond", figures.result().load().offeredPerSecond());
        node.put("failed", figures.result().load().failed());
        put(node, "fanOut", figures.fanOut());
        ArrayNode estimates = node.putArray("figures");
        figures.estimates().forEach(estimate -> estimate(estimates.addObject(), estimate));
        figures.capacity().ifPresent(capacity -> capacity(node.putObject("capacity"), capacity));
        figures.result().diagnosis().chokepoint().ifPresent(c -> chokepoint(node.putObject("chokepoint"), c));
        ArrayNode nodes = node.putArray("nodes");
        figures.result().nodes().forEach(one -> bytes(nodes.addObject(), one));
        ArrayNode deaths = node.putArray("deaths");
        figures.deaths().forEach(death -> death(deaths.addObject(), death));
        node.put("servers", figures.cost().servers());
        node.put("serverCores", figures.cost().cores());
        figures.result().traceHash().ifPresent(hash -> node.put("traceHash", hash));
        ArrayNode way = node.putArray("way");
        MessageWay.of(figures.result()).steps().forEach(step -> step(way.addObject(), step));
        ArrayNode objectives = node.putArray("objectives");
        figures.verdicts()
                .forEach(verdict -> objectives
                        .addObject()
                        .put("objective", verdict.objective().text())
                        .put("met", verdict.met()));
        figures.result().notes().forEach(node.putArray("notes")::add);
    }

    private static void estimate(ObjectNode node, Estimate estimate) {
        node.put("figure", estimate.figure().text());
        node.put("unit", estimate.figure().unit());
        put(node, "value", estimate.value());
        put(node, "halfWidth", estimate.halfWidth());
        node.put("doubt", lower(estimate.doubt()));
    }

    private static void capacity(ObjectNode node, CapacityFigure capacity) {
        node.put("method", lower(capacity.method()));
        put(node, "perSecond", capacity.perSecond());
        put(node, "lowPerSecond", capacity.lowPerSecond());
        put(node, "highPerSecond", capacity.highPerSecond());
        node.put("by", capacity.by());
    }

    private static void chokepoint(ObjectNode node, Chokepoint chokepoint) {
        node.put("resource", chokepoint.resource());
        put(node, "utilisation", chokepoint.utilisation());
        put(node, "demandNanos", chokepoint.demandNanos());
        put(node, "capacityPerSecond", chokepoint.capacityPerSecond());
        node.put("law", chokepoint.law());
    }

    private static void bytes(ObjectNode node, NodeBytes bytes) {
        node.put("node", bytes.node());
        node.put("count", bytes.count());
        put(node, "bytesPerMessage", bytes.bytesPerMessage());
    }

    private static void death(ObjectNode node, Death death) {
        node.put("node", death.node());
        node.put("atNanos", death.atNanos());
        node.put("afterNanos", death.afterNanos());
        put(node, "lost", death.lostMean());
        put(node, "lostHalfWidth", death.halfWidth());
        put(node, "lostMessages", death.messages());
        if (death.backNanos().isPresent()) {
            node.put("backNanos", death.backNanos().getAsLong());
        } else {
            node.putNull("backNanos");
        }
    }

    private static void step(ObjectNode node, Step step) {
        switch (step) {
            case Step.Hop hop -> node.put("from", hop.from()).put("to", hop.to());
            case Step.Stay stay -> node.put("at", stay.at()).put("phase", lower(stay.phase()));
        }
        put(node, "meanNanos", step.meanNanos());
    }

    private static void contrast(ObjectNode node, World world, int clients, Contrast contrast) {
        node.put("world", lower(world));
        node.put("clients", clients);
        node.put("metric", lower(contrast.metric()));
        node.put("one", lower(contrast.one()));
        node.put("other", lower(contrast.other()));
        put(node, "change", contrast.difference().change().mean());
        put(node, "halfWidth", contrast.difference().change().halfWidth());
        node.put("pairs", contrast.difference().change().count());
        node.put("significant", contrast.significant());
    }
}

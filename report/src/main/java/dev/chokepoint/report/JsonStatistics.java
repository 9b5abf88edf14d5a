package dev.chokepoint.report;

import static dev.chokepoint.report.JsonReport.lower;
import static dev.chokepoint.report.JsonReport.put;

import dev.chokepoint.lab.diagnose.Diagnosis.Change;
import dev.chokepoint.lab.measure.Statistics;
import dev.chokepoint.lab.statistics.Interval;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How sure a simulation's figures are, in the JSON results. */
final class JsonStatistics {
    private JsonStatistics() {}

    static void write(ObjectNode node, Statistics statistics) {
        node.put("replications", statistics.runs().size());
        node.put("confidence", Interval.CONFIDENCE);
        ArrayNode estimates = node.putArray("estimates");
        statistics.estimates().forEach(e -> {
            ObjectNode estimate = estimates.addObject();
            estimate.put("figure", e.figure().text());
            estimate.put("unit", e.figure().unit());
            put(estimate, "value", e.value());
            put(estimate, "halfWidth", e.halfWidth());
            estimate.put("doubt", lower(e.doubt()));
        });
        warmup(node.putObject("warmup"), statistics.warmup());
        statistics.precision().ifPresent(p -> {
            ObjectNode precision = node.putObject("precision");
            put(precision, "asked", p.asked());
            put(precision, "reached", p.reached());
            precision.put("met", p.met());
        });
        ArrayNode runs = node.putArray("runs");
        statistics.runs().forEach(r -> run(runs.addObject(), r));
    }

    private static void warmup(ObjectNode node, Statistics.Warmup warmup) {
        node.put("deletedNanos", warmup.deletedNanos());
        node.put("suggestedNanos", warmup.suggestedNanos());
        node.put("verdict", lower(warmup.verdict()));
    }

    static void run(ObjectNode node, Statistics.Run run) {
        node.put("seed", run.seed());
        node.put("delivered", run.delivered());
        put(node, "carriedPerSecond", run.carriedPerSecond());
        put(node, "meanNanos", run.meanNanos());
        node.put("p50Nanos", run.p50Nanos());
        node.put("p90Nanos", run.p90Nanos());
        node.put("p99Nanos", run.p99Nanos());
        node.put("p999Nanos", run.p999Nanos());
    }

    static void change(ObjectNode node, Change change) {
        node.put("figure", change.figure().text());
        node.put("unit", change.figure().unit());
        put(node, "before", change.difference().before());
        put(node, "after", change.difference().after());
        put(node, "change", change.difference().change().mean());
        put(node, "halfWidth", change.difference().change().halfWidth());
        node.put("pairs", change.difference().change().count());
    }
}

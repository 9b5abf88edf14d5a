package dev.chokepoint.report;

import dev.chokepoint.lab.measure.NodeBytes;
import dev.chokepoint.lab.models.CapacityFigure;
import dev.chokepoint.lab.models.Contrast.Metric;
import dev.chokepoint.lab.models.Death;
import dev.chokepoint.lab.models.ModelOutcome;
import dev.chokepoint.lab.scenario.Model;
import dev.chokepoint.lab.scenario.Quantities;

/** What the comparison of models calls things. */
final class ModelWords {
    /** A smaller half-width of what is lost is not worth saying. */
    private static final double LEAST = 0.0005;

    private ModelWords() {}

    static String model(Model model) {
        return model.word();
    }

    static String model(ModelOutcome outcome) {
        return model(outcome.variant().model());
    }

    static String clients(int clients) {
        return Words.count(clients) + (clients == 1 ? " client" : " clients");
    }

    static String metric(Metric metric) {
        return switch (metric) {
            case P50 -> "p50";
            case P99 -> "p99";
            case P999 -> "p99.9";
            case CAPACITY -> "capacity";
            case LOST -> "what a death loses";
        };
    }

    /** A host, or one of the clients of a group. */
    static String node(NodeBytes node) {
        return node.count() > 1 ? "each of " + node.node() : node.node();
    }

    static String bytes(double bytes) {
        return Quantities.bytes(bytes);
    }

    static String capacity(CapacityFigure capacity) {
        return switch (capacity.method()) {
            case BOUND ->
                Words.around(
                        Words.rate(capacity.perSecond()),
                        capacity.perSecond(),
                        capacity.highPerSecond() - capacity.perSecond());
            case SEARCH ->
                Double.isFinite(capacity.highPerSecond())
                        ? Words.rate(capacity.lowPerSecond()) + " to " + Words.rate(capacity.highPerSecond())
                        : Words.rate(capacity.lowPerSecond()) + " or more";
        };
    }

    static String lost(Death death) {
        double mean = death.lostMean();
        String percent = Words.percent(mean);
        return death.halfWidth() > LEAST ? Words.around(percent, mean, death.halfWidth()) : percent;
    }

    static String back(Death death) {
        if (death.backNanos().isEmpty()) {
            return "not in " + Words.time(death.afterNanos());
        }
        return death.backNanos().getAsLong() == 0
                ? "at once"
                : Words.time(death.backNanos().getAsLong());
    }
}

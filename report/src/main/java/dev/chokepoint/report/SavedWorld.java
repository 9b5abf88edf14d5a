package dev.chokepoint.report;

import dev.chokepoint.host.world.Phase;
import dev.chokepoint.host.world.ResourceUse.Kind;
import dev.chokepoint.lab.diagnose.Diagnosis;
import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Estimate.Doubt;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.Latency;
import dev.chokepoint.lab.measure.LoadFigures;
import dev.chokepoint.lab.measure.PhaseShare;
import dev.chokepoint.lab.measure.ResourceFigures;
import dev.chokepoint.lab.measure.Statistics;
import dev.chokepoint.lab.measure.Statistics.Warmup;
import dev.chokepoint.lab.measure.TimePoint;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One world's part of the JSON results, read back: what {@link JsonWorld} wrote, but of the diagnosis only the chokepoint, and
 * without what the load generator and a followed connection did.
 */
final class SavedWorld {
    private SavedWorld() {}

    static WorldResult read(World world, JsonNode node) {
        return new WorldResult(
                world,
                load(node.required("load")),
                latency(node.required("latency")),
                list(node.required("phases"), SavedWorld::phase),
                list(node.required("resources"), SavedWorld::resource),
                diagnosis(node.required("diagnosis")),
                list(node.required("timeline"), SavedWorld::point),
                node.has("statistics") ? Optional.of(statistics(node.required("statistics"))) : Optional.empty(),
                Optional.empty(),
                text(node, "traceHash"),
                text(node, "voided"),
                list(node.required("notes"), JsonNode::asString),
                node.required("elapsedNanos").asLong());
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.has(name) ? Optional.of(node.required(name).asString()) : Optional.empty();
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> item) {
        List<T> items = new ArrayList<>();
        array.forEach(node -> items.add(item.apply(node)));
        return items;
    }

    /** A number that has no bound, or does not exist, was written as null. */
    private static double number(JsonNode node, String name, double instead) {
        JsonNode number = node.required(name);
        return number.isNull() ? instead : number.asDouble();
    }

    private static double number(JsonNode node, String name) {
        return number(node, name, Double.NaN);
    }

    private static long whole(JsonNode node, String name) {
        return node.required(name).asLong();
    }

    private static LoadFigures load(JsonNode node) {
        TreeMap<String, Long> errors = new TreeMap<>();
        node.required("errors")
                .properties()
                .forEach(e -> errors.put(e.getKey(), e.getValue().asLong()));
        return new LoadFigures(
                number(node, "offeredPerSecond"),
                number(node, "carriedPerSecond"),
                whole(node, "intended"),
                whole(node, "delivered"),
                whole(node, "unfinished"),
                whole(node, "failed"),
                errors,
                whole(node, "windowNanos"));
    }

    private static Latency latency(JsonNode node) {
        return new Latency(
                whole(node, "count"),
                number(node, "meanNanos"),
                whole(node, "p50Nanos"),
                whole(node, "p90Nanos"),
                whole(node, "p99Nanos"),
                whole(node, "p999Nanos"),
                whole(node, "maxNanos"),
                list(node.required("curve"), p -> new Latency.Point(number(p, "percentile"), whole(p, "nanos"))));
    }

    private static PhaseShare phase(JsonNode node) {
        return new PhaseShare(
                constant(Phase.class, node.required("phase")),
                node.required("place").asString(),
                number(node, "meanNanos"),
                number(node, "share"),
                number(node, "tailMeanNanos"),
                number(node, "tailShare"));
    }

    private static ResourceFigures resource(JsonNode node) {
        return new ResourceFigures(
                node.required("name").asString(),
                constant(Kind.class, node.required("kind")),
                number(node, "utilisation"),
                number(node, "demandUnitNanos"),
                number(node, "capacityPerSecond", Double.POSITIVE_INFINITY),
                number(node, "waitingMean"),
                whole(node, "waitingMax"),
                whole(node, "refused"),
                whole(node, "lost"));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode node) {
        return Enum.valueOf(type, node.asString().toUpperCase(Locale.ROOT));
    }

    private static Diagnosis diagnosis(JsonNode node) {
        Optional<Chokepoint> chokepoint =
                node.has("chokepoint") ? Optional.of(chokepoint(node.required("chokepoint"))) : Optional.empty();
        return new Diagnosis(
                chokepoint,
                Optional.empty(),
                List.of(),
                node.required("saturated").asBoolean());
    }

    private static Chokepoint chokepoint(JsonNode node) {
        return new Chokepoint(
                node.required("resource").asString(),
                number(node, "utilisation"),
                number(node, "demandUnitNanos"),
                number(node, "capacityPerSecond", Double.POSITIVE_INFINITY),
                number(node, "tailShare"),
                node.required("law").asString());
    }

    private static TimePoint point(JsonNode node) {
        return new TimePoint(
                whole(node, "atNanos"),
                number(node, "offeredPerSecond"),
                number(node, "carriedPerSecond"),
                whole(node, "p50Nanos"),
                whole(node, "p99Nanos"),
                list(node.required("utilisations"), used -> used.isNull() ? Double.NaN : used.asDouble()));
    }

    private static Statistics statistics(JsonNode node) {
        JsonNode warmup = node.required("warmup");
        return new Statistics(
                list(node.required("runs"), SavedWorld::replication),
                list(node.required("estimates"), SavedWorld::estimate).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                new Warmup(
                        whole(warmup, "deletedNanos"),
                        whole(warmup, "suggestedNanos"),
                        constant(Warmup.Verdict.class, warmup.required("verdict"))),
                Optional.empty());
    }

    private static Statistics.Run replication(JsonNode node) {
        return new Statistics.Run(
                whole(node, "seed"),
                whole(node, "delivered"),
                number(node, "carriedPerSecond"),
                number(node, "meanNanos"),
                whole(node, "p50Nanos"),
                whole(node, "p90Nanos"),
                whole(node, "p99Nanos"),
                whole(node, "p999Nanos"));
    }

    /** Empty for a figure that a later build added. */
    private static Optional<Estimate> estimate(JsonNode node) {
        return Stream.of(Figure.values())
                .filter(figure -> figure.text().equals(node.required("figure").asString()))
                .findFirst()
                .map(figure -> new Estimate(
                        figure,
                        number(node, "value"),
                        number(node, "halfWidth"),
                        constant(Doubt.class, node.required("doubt"))));
    }
}

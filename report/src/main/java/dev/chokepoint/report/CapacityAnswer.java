package dev.chokepoint.report;

import dev.chokepoint.lab.capacity.Capacity;
import dev.chokepoint.lab.capacity.CapacityResult;
import dev.chokepoint.lab.capacity.Judgement;
import dev.chokepoint.lab.capacity.Knee;
import dev.chokepoint.lab.capacity.LoadPoint;
import dev.chokepoint.lab.capacity.Outcome;
import dev.chokepoint.lab.capacity.WorldCapacity;
import dev.chokepoint.lab.diagnose.Diagnosis.AnalyticBound;
import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a search found, in sentences.
 *
 * @param headline the capacity of the first world
 * @param details what follows it, and the other world's
 */
record CapacityAnswer(String headline, List<String> details) {
    static CapacityAnswer of(CapacityResult result) {
        if (result.worlds().stream().allMatch(world -> world.points().isEmpty())) {
            return new CapacityAnswer("No answer: no load was tried to its end.", List.of());
        }
        List<String> sentences = new ArrayList<>();
        for (WorldCapacity world : result.worlds()) {
            sentences.add(headline(result, world));
            sentences.addAll(details(result, world));
        }
        return new CapacityAnswer(sentences.getFirst(), List.copyOf(sentences.subList(1, sentences.size())));
    }

    private static String headline(CapacityResult result, WorldCapacity world) {
        String where = Words.in(world.world());
        return Character.toUpperCase(where.charAt(0)) + where.substring(1) + " " + capacity(result, world.capacity());
    }

    private static String capacity(CapacityResult result, Capacity capacity) {
        if (capacity.met().isEmpty()) {
            return "no load was shown to meet the objectives.";
        }
        String met = load(result, capacity.met().get());
        if (capacity.above().isEmpty()) {
            return "every load up to " + met + " met the objectives; the capacity is above it.";
        }
        String above = load(result, capacity.above().get());
        return capacity.found()
                ? "the highest load that meets the objectives is between " + met + " and " + above + "."
                : met + " meets the objectives; from " + above + " on the run itself was the limit, so it may be more.";
    }

    private static String load(CapacityResult result, LoadPoint point) {
        return result.axis().text(point.load());
    }

    private static List<String> details(CapacityResult result, WorldCapacity world) {
        List<String> details = new ArrayList<>();
        world.capacity()
                .above()
                .filter(above -> above.outcome() == Outcome.MISSED && above.factor() != 1)
                .map(above -> "At " + load(result, above) + " " + verdicts(above, Outcome.MISSED) + ".")
                .ifPresent(details::add);
        bounded(world).map(point -> chokepoint(result, point)).ifPresent(details::add);
        world.own().map(own -> own(result, own)).ifPresent(details::add);
        world.knee().map(knee -> knee(result, knee)).ifPresent(details::add);
        return details;
    }

    /** The judgements of a point with an outcome, each with its figure. */
    private static String verdicts(LoadPoint point, Outcome outcome) {
        return point.judgements().stream()
                .filter(one -> one.outcome() == outcome)
                .map(one -> one.objective() + " " + (outcome == Outcome.MISSED ? "was missed: " : "is undecided: ")
                        + figure(one))
                .collect(Collectors.joining(", "));
    }

    private static String figure(Judgement one) {
        return Double.isNaN(one.value())
                ? "nothing was delivered"
                : Words.around(Words.figure(one.unit(), one.value()), one.value(), one.halfWidth());
    }

    /** Where the system is used most and figures still mean something. */
    private static Optional<LoadPoint> bounded(WorldCapacity world) {
        return world.capacity()
                .met()
                .or(() -> world.capacity().above())
                .filter(point -> point.chokepoint().isPresent());
    }

    private static String chokepoint(CapacityResult result, LoadPoint point) {
        Chokepoint found = point.chokepoint().orElseThrow();
        String theory = result.bounds().stream()
                .filter(bound -> bound.resource().equals(found.resource()))
                .findFirst()
                .map(CapacityAnswer::bound)
                .orElse("");
        return "The chokepoint at " + load(result, point) + " is " + Words.place(found.resource()) + ", "
                + Words.percent(found.utilisation()) + " used; it could carry " + Words.rate(found.capacityPerSecond())
                + theory + ".";
    }

    private static String bound(AnalyticBound bound) {
        return ", by theory " + Words.rate(bound.capacityPerSecond()) + " (" + bound.law() + ")";
    }

    private static String own(CapacityResult result, LoadPoint own) {
        String load = "The scenario's own load, " + load(result, own) + ", ";
        return switch (own.outcome()) {
            case MET -> load + "meets them.";
            case MISSED -> load + "does not meet them: " + verdicts(own, Outcome.MISSED) + ".";
            case UNDECIDED -> load + "is too close to call: " + verdicts(own, Outcome.UNDECIDED) + ".";
            case VOID -> load + "is void.";
        };
    }

    private static String knee(CapacityResult result, Knee knee) {
        LoadPoint at = knee.point();
        String mean = at.of(Figure.MEAN).map(Estimate::value).map(Words::time).orElse("–");
        return "The knee, where throughput / mean latency is greatest, is near " + load(result, at) + " (between "
                + result.axis().text(knee.from()) + " and " + result.axis().text(knee.to()) + "; mean latency " + mean
                + " there).";
    }
}

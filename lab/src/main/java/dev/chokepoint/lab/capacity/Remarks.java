package dev.chokepoint.lab.capacity;

import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.Statistics.Warmup;
import dev.chokepoint.lab.scenario.Quantities;
import dev.chokepoint.lab.scenario.Objective;
import dev.chokepoint.lab.scenario.Objective.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is to be doubted of an answer, and what to do about it, in sentences. */
record Remarks(LoadAxis axis, List<LoadPoint> points, Capacity capacity) {
    List<String> all() {
        List<String> all = new ArrayList<>();
        floors().ifPresent(all::add);
        oddities().ifPresent(all::add);
        undecided().ifPresent(all::add);
        voids().ifPresent(all::add);
        neverMissed().ifPresent(all::add);
        unsettled().ifPresent(all::add);
        return all;
    }

    private String text(LoadPoint point) {
        return axis.text(point.load());
    }

    private String texts(List<LoadPoint> some) {
        return some.stream().map(this::text).collect(Collectors.joining(", "));
    }

    private Optional<String> floors() {
        String floors = axis.scenario().objectives().stream()
                .filter(objective -> objective.metric() == Metric.CARRIED && !objective.below())
                .map(Objective::text)
                .collect(Collectors.joining(", "));
        return floors.isEmpty()
                ? Optional.empty()
                : Optional.of(floors + " is judged only where more than that is offered");
    }

    /** Loads that met although a lower one missed. */
    private Optional<String> oddities() {
        double missed = capacity.above()
                .filter(point -> point.outcome() == Outcome.MISSED)
                .map(LoadPoint::factor)
                .orElse(Double.POSITIVE_INFINITY);
        List<LoadPoint> odd = points.stream()
                .filter(point -> point.outcome() == Outcome.MET && point.factor() > missed)
                .toList();
        return odd.isEmpty()
                ? Optional.empty()
                : Optional.of(texts(odd) + " met the objectives although less load, "
                        + text(capacity.above().orElseThrow())
                        + ", missed them: more load does not always do worse here. The answer is the lower one");
    }

    private Optional<String> undecided() {
        List<LoadPoint> open = points.stream()
                .filter(point -> point.outcome() == Outcome.UNDECIDED)
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(texts(open) + ": undecided, a limit lies inside its figure's 95 % interval after "
                        + open.stream().mapToInt(LoadPoint::runs).max().orElseThrow()
                        + " runs; a longer duration makes intervals narrower");
    }

    private Optional<String> voids() {
        List<LoadPoint> voids =
                points.stream().filter(point -> point.outcome() == Outcome.VOID).toList();
        return voids.isEmpty()
                ? Optional.empty()
                : Optional.of(texts(voids)
                        + ": void, the load generator or this machine was the limit and not the system. "
                        + voids.getFirst().voided().orElseThrow());
    }

    private Optional<String> neverMissed() {
        if (capacity.above().isPresent() || points.isEmpty()) {
            return Optional.empty();
        }
        boolean latency = axis.scenario().objectives().stream()
                .anyMatch(objective -> objective.metric() != Metric.CARRIED && objective.metric() != Metric.ERRORS);
        return axis.unit() == LoadAxis.Unit.CLIENTS && !latency
                ? Optional.of(
                        "clients of a closed loop wait for their answers, so more of them slow each other down and"
                                + " miss nothing: only an objective of latency, such as slo: [p99 < 100ms], bounds their number")
                : Optional.of("no load up to " + text(points.getLast())
                        + ", the highest that is tried, missed the objectives");
    }

    private Optional<String> unsettled() {
        return capacity.met()
                .filter(point -> point.warmup() == Warmup.Verdict.TOO_SHORT
                        || point.warmup() == Warmup.Verdict.NOT_SETTLED
                        || point.warmup() == Warmup.Verdict.OVERLOAD)
                .map(point ->
                        "at " + text(point) + " latency had not settled (MSER-5): it is met in runs as long as the"
                                + " scenario's, "
                                + Quantities.time(axis.scenario().durationNanos()) + "; with a longer duration "
                                + Figure.P99.text() + " may be higher and the capacity lower");
    }
}

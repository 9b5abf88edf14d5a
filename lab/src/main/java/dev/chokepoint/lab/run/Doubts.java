package dev.chokepoint.lab.run;

import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Estimate.Doubt;
import dev.chokepoint.lab.measure.Statistics;
import dev.chokepoint.lab.measure.Statistics.Warmup;
import dev.chokepoint.lab.scenario.Quantities;
import dev.chokepoint.lab.scenario.Objective;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is to be doubted of a simulation's figures, and what to do about it, in sentences. */
final class Doubts {
    private Doubts() {}

    static List<String> of(Statistics statistics, List<Objective> objectives) {
        List<String> doubts = new ArrayList<>();
        warmup(statistics.warmup()).ifPresent(doubts::add);
        if (statistics.runs().size() == 1) {
            doubts.add(
                    "one replication: nothing says how far its figures are from the true ones; --replications 10 does");
        }
        for (Objective objective : objectives) {
            Estimates.of(objective.metric())
                    .flatMap(statistics::of)
                    .filter(estimate -> Math.abs(objective.limit() - estimate.value()) <= estimate.halfWidth())
                    .ifPresent(estimate -> doubts.add("the limit of " + objective.text()
                            + " lies inside that figure's interval: whether it is met is too close to call"));
        }
        wide(statistics).ifPresent(doubts::add);
        few(statistics).ifPresent(doubts::add);
        statistics
                .precision()
                .filter(precision -> !precision.met())
                .map(precision -> missed(precision, statistics))
                .ifPresent(doubts::add);
        return doubts;
    }

    private static Optional<String> warmup(Warmup warmup) {
        String deleted = Quantities.time(warmup.deletedNanos());
        String suggested = Quantities.time(warmup.suggestedNanos());
        return switch (warmup.verdict()) {
            case LONG_ENOUGH, NOT_JUDGED -> Optional.empty();
            case TOO_SHORT ->
                Optional.of("a warm-up of " + deleted + " is too short: MSER-5 suggests " + suggested
                        + " (write warmup: " + suggested.replace(" ", "") + ")");
            case NOT_SETTLED ->
                Optional.of(
                        "latency had not settled in the first half of the load (MSER-5), so its figures depend on how"
                                + " long that lasts: lengthen duration and warmup");
            case OVERLOAD ->
                Optional.of(
                        "there is no steady state: the load is more than the chokepoint carries, and latency grows as"
                                + " long as it lasts. The latencies are those of this length and get no interval");
        };
    }

    private static Optional<String> wide(Statistics statistics) {
        return statistics.estimates().stream()
                .filter(estimate -> estimate.doubt() == Doubt.WIDE)
                .max(Comparator.comparingDouble(Estimate::relative))
                .map(worst ->
                        names(statistics, Doubt.WIDE) + ": not known to ± " + Quantities.percent(Estimate.WIDE) + "; "
                                + more(worst.relative() / Estimate.WIDE * worst.relative() / Estimate.WIDE, statistics)
                                + " would do");
    }

    private static Optional<String> few(Statistics statistics) {
        long messages =
                statistics.runs().stream().mapToLong(Statistics.Run::delivered).sum();
        return statistics.estimates().stream()
                .filter(estimate -> estimate.doubt() == Doubt.FEW_MESSAGES)
                .min(Comparator.comparingDouble(estimate -> estimate.figure().tail()))
                .map(worst -> names(statistics, Doubt.FEW_MESSAGES) + ": fewer than " + Estimate.BEYOND_MIN
                        + " of the " + messages + " messages lie above it"
                        + (messages == 0
                                ? ""
                                : "; "
                                        + more(
                                                Estimate.BEYOND_MIN
                                                        / worst.figure().tail()
                                                        / messages,
                                                statistics)
                                        + " would do"));
    }

    private static String names(Statistics statistics, Doubt doubt) {
        return statistics.estimates().stream()
                .filter(estimate -> estimate.doubt() == doubt)
                .map(estimate -> estimate.figure().text().replace("latency ", ""))
                .collect(Collectors.joining(", "));
    }

    /** A number of replications, or a longer run, that has so many times the messages. */
    private static String more(double times, Statistics statistics) {
        long factor = (long) Math.ceil(times);
        long replications = Math.max(2, factor * statistics.runs().size());
        return replications > ReplicationPlan.MOST
                ? "a duration " + factor + " times as long"
                : "--replications " + replications + ", or a duration " + factor + " times as long,";
    }

    private static String missed(Statistics.Precision precision, Statistics statistics) {
        String asked = Quantities.percent(precision.asked());
        String reached = Double.isNaN(precision.reached())
                ? "some figure has no interval"
                : "± " + Quantities.percent(precision.reached()) + " was";
        return "the precision of ± " + asked + " was not reached in "
                + statistics.runs().size() + " replications, " + reached + ": lengthen duration, or ask for less";
    }
}

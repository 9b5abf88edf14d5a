package dev.chokepoint.lab.capacity;

import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Objective;
import dev.chokepoint.lab.scenario.Objective.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A condition that every load is judged by.
 *
 * @param text what it is called
 * @param unit of its figure: {@code ns}, {@code /s} or {@code 1}
 * @param below true for a highest value, false for a least one
 * @param limit the value
 * @param kind how it is judged
 * @param reading its figure in a run
 */
record Criterion(String text, String unit, boolean below, double limit, Kind kind, ToDoubleFunction<Reading> reading) {
    private static final double KEEPS_UP = 0.99;
    private static final double FEW_ERRORS = 0.01;

    /** How a criterion is judged. */
    private sealed interface Kind {
        /** By its interval: met or missed only when all of it lies on one side of the limit. */
        record Plain() implements Kind {}

        /** As a plain one, with enough messages above the percentile. */
        record Percentile(Figure figure) implements Kind {}

        /** A least throughput: a load that offers less than the limit isn't to blame for not reaching it. */
        record Floor() implements Kind {}

        /**
         * What left the system, delivered or failed, over what was offered. In a steady state it is 1 but for the messages
         * under way when the window begins and ends, which make short runs uncertain at any load; so it is missed only by
         * its interval, and met by its value.
         */
        record Ratio() implements Kind {}
    }

    /** The scenario's objectives, and that the system keeps up; without objectives also that hardly any message fails. */
    static List<Criterion> of(Scenario scenario) {
        List<Criterion> all = new ArrayList<>();
        scenario.objectives().forEach(objective -> all.add(of(objective)));
        if (all.isEmpty()) {
            all.add(new Criterion("errors < 1%", "1", true, FEW_ERRORS, new Kind.Plain(), Criterion::errors));
        }
        all.add(new Criterion(
                "carried > 99% of offered", "1", false, KEEPS_UP, new Kind.Ratio(), Criterion::carriedOfOffered));
        return all;
    }

    private static Criterion of(Objective objective) {
        Kind kind = switch (objective.metric()) {
            case P50 -> new Kind.Percentile(Figure.P50);
            case P90 -> new Kind.Percentile(Figure.P90);
            case P99 -> new Kind.Percentile(Figure.P99);
            case P999 -> new Kind.Percentile(Figure.P999);
            case MAX, ERRORS -> new Kind.Plain();
            case CARRIED -> objective.below() ? new Kind.Plain() : new Kind.Floor();
        };
        return new Criterion(
                objective.text(),
                unit(objective.metric()),
                objective.below(),
                objective.limit(),
                kind,
                reading(objective.metric()));
    }

    private static String unit(Metric metric) {
        return switch (metric) {
            case P50, P90, P99, P999, MAX -> "ns";
            case ERRORS -> "1";
            case CARRIED -> "/s";
        };
    }

    private static ToDoubleFunction<Reading> reading(Metric metric) {
        return switch (metric) {
            case P50 -> one -> one.latency().p50Nanos();
            case P90 -> one -> one.latency().p90Nanos();
            case P99 -> one -> one.latency().p99Nanos();
            case P999 -> one -> one.latency().p999Nanos();
            case MAX -> one -> one.latency().maxNanos();
            case ERRORS -> Criterion::errors;
            case CARRIED -> one -> one.load().carriedPerSecond();
        };
    }

    private static double errors(Reading one) {
        return (double) one.load().failed() / Math.max(1, one.load().intended());
    }

    private static double carriedOfOffered(Reading one) {
        double failedPerSecond = one.load().failed() * 1e9 / one.load().windowNanos();
        return one.load().intended() == 0
                ? 1
                : (one.load().carriedPerSecond() + failedPerSecond) / one.load().offeredPerSecond();
    }

    /**
     * Judges the runs at one load.
     *
     * @param readings of the runs
     * @return empty where the criterion does not apply
     */
    Optional<Judgement> judge(Readings readings) {
        if (kind instanceof Kind.Floor && KEEPS_UP * readings.offeredPerSecond() < limit) {
            return Optional.empty();
        }
        double value = readings.value(reading);
        double halfWidth = readings.halfWidth(reading);
        if (readings.delivered() == 0) {
            return Optional.of(new Judgement(text, unit, Double.NaN, Double.NaN, limit, Outcome.MISSED));
        }
        return Optional.of(
                new Judgement(text, unit, value, halfWidth, limit, outcome(value, halfWidth, readings.delivered())));
    }

    private Outcome outcome(double value, double halfWidth, long delivered) {
        double sign = below ? 1 : -1;
        double room = sign * (limit - value);
        return switch (kind) {
            case Kind.Ratio() when room <= 0 && Double.isNaN(halfWidth) -> Outcome.UNDECIDED;
            case Kind.Ratio() when room > 0 -> Outcome.MET;
            case Kind.Percentile(Figure figure) when !Estimate.enough(figure, delivered) -> Outcome.UNDECIDED;
            case Kind.Plain(), Kind.Floor(), Kind.Ratio(), Kind.Percentile _ -> byInterval(room, halfWidth);
        };
    }

    /** NaN, the half-width of one run, decides nothing. */
    private static Outcome byInterval(double room, double halfWidth) {
        if (room > halfWidth) {
            return Outcome.MET;
        }
        return -room >= halfWidth ? Outcome.MISSED : Outcome.UNDECIDED;
    }

    /** Of all criteria together. */
    static Outcome all(List<Judgement> judgements) {
        if (judgements.stream().anyMatch(one -> one.outcome() == Outcome.MISSED)) {
            return Outcome.MISSED;
        }
        return judgements.stream().anyMatch(one -> one.outcome() == Outcome.UNDECIDED)
                ? Outcome.UNDECIDED
                : Outcome.MET;
    }
}

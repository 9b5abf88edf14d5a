package dev.chokepoint.lab.run;

import dev.chokepoint.lab.diagnose.Diagnosis;
import dev.chokepoint.lab.diagnose.Diagnosis.Change;
import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.diagnose.Diagnosis.Next;
import dev.chokepoint.lab.diagnose.Fix;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.Statistics;
import dev.chokepoint.lab.measure.Statistics.Warmup.Verdict;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.ReplicationPlan.Fixed;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.statistics.PairedDifference;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks a predicted next chokepoint in the simulator: fixes the first one, offers a fifth more than the next one is
 * predicted to carry, and looks what bounds the load then. What the fix is worth at the load as it is, two sets of
 * replications with the same seeds tell.
 */
final class Verification {
    private static final double OVERLOAD = 1.2;

    /** A re-run is as long as this many messages take, so that a large fix doesn't make it last. */
    private static final double MESSAGES = 60_000;

    /** More clients than this are not connected once more: it would take longer than the run, and as much memory again. */
    private static final long CLIENTS_MOST = 200_000;

    private static final int PAIRS_MOST = 10;
    private static final long SHORTEST_NANOS = 200_000_000;

    private Verification() {}

    /**
     * Adds the verification to a result, if it predicts a next chokepoint.
     *
     * @param scenario what was run
     * @param result of the run
     * @param progress told how the re-run goes
     * @return the completed result
     */
    static WorldResult verified(Scenario scenario, WorldResult result, RunProgress progress) {
        Optional<Next> next = result.diagnosis().next();
        Optional<Fix> fix =
                result.diagnosis().chokepoint().flatMap(chokepoint -> Fix.of(scenario, chokepoint.resource()));
        if (next.isEmpty() || fix.isEmpty() || progress.stopped()) {
            return result;
        }
        long clients = scenario.clients().stream().mapToLong(ClientGroup::count).sum();
        if (clients > CLIENTS_MOST) {
            return result.withNote(String.format(
                    Locale.ROOT,
                    "the next chokepoint is predicted, not run again: %,d clients are more than the %,d that are"
                            + " connected a second time",
                    clients,
                    CLIENTS_MOST));
        }
        Next predicted = next.get();
        Scenario loaded = shortened(
                fix.get().loaded(factor(result, predicted.chokepoint())),
                OVERLOAD * predicted.chokepoint().capacityPerSecond());
        WorldResult again =
                Replications.run(loaded, new Fixed(1), "simulating with the chokepoint fixed and more load", progress);
        Optional<Diagnosis.Verification> verification = again.diagnosis()
                .chokepoint()
                .map(found -> new Diagnosis.Verification(
                        found.resource().equals(predicted.chokepoint().resource()),
                        found,
                        again.load().carriedPerSecond(),
                        again.latency().p99Nanos(),
                        changes(result, fix.get().scenario(), progress)));
        return result.withDiagnosis(result.diagnosis().withVerification(verification));
    }

    /** The load as it was, with the fix: common random numbers tell what it is worth. */
    private static List<Change> changes(WorldResult before, Scenario fixed, RunProgress progress) {
        List<Statistics.Run> runs = before.statistics().map(Statistics::runs).orElse(List.of()).stream()
                .limit(PAIRS_MOST)
                .toList();
        if (runs.size() < 2 || progress.stopped()) {
            return List.of();
        }
        Statistics after = Replications.run(
                        fixed, new Fixed(runs.size()), "simulating with the chokepoint fixed", progress)
                .statistics()
                .orElseThrow();
        return after.runs().size() < runs.size()
                ? List.of()
                : changed(before.statistics().orElseThrow()).stream()
                        .map(figure -> new Change(
                                figure, PairedDifference.of(values(runs, figure), values(after.runs(), figure))))
                        .toList();
    }

    /** Where latency only grows, a difference would say how long the run was. */
    private static List<Figure> changed(Statistics before) {
        return before.warmup().verdict() == Verdict.OVERLOAD
                ? List.of(Figure.CARRIED)
                : List.of(Figure.CARRIED, Figure.MEAN, Figure.P50, Figure.P99);
    }

    private static double[] values(List<Statistics.Run> runs, Figure figure) {
        return runs.stream().mapToDouble(run -> run.value(figure)).toArray();
    }

    private static double factor(WorldResult result, Chokepoint next) {
        return OVERLOAD
                * next.capacityPerSecond()
                / Math.max(1e-9, result.load().offeredPerSecond());
    }

    private static Scenario shortened(Scenario scenario, double perSecond) {
        long enough = Math.max(SHORTEST_NANOS, (long) (MESSAGES * 1e9 / perSecond));
        return scenario.withTimes(
                Math.min(scenario.warmupNanos(), enough / 4), Math.min(scenario.durationNanos(), enough));
    }
}

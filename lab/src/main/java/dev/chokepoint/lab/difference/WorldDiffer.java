package dev.chokepoint.lab.difference;

import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.difference.SavedRun.Held;
import dev.chokepoint.lab.difference.WorldDifference.ObjectiveChange;
import dev.chokepoint.lab.difference.WorldDifference.PhaseChange;
import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.PhaseShare;
import dev.chokepoint.lab.measure.Statistics;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Compares one world's results of some runs with those of others. */
final class WorldDiffer {
    private final World world;
    private final Noise noise;
    private final List<SavedRun> runsBefore;
    private final List<SavedRun> runsAfter;
    private final List<WorldResult> before;
    private final List<WorldResult> after;

    /** Every run has the world. */
    WorldDiffer(World world, List<SavedRun> before, List<SavedRun> after, Noise noise) {
        this.world = world;
        this.noise = noise;
        this.runsBefore = before;
        this.runsAfter = after;
        this.before = of(before);
        this.after = of(after);
    }

    private List<WorldResult> of(List<SavedRun> runs) {
        return runs.stream().map(run -> run.of(world).orElseThrow()).toList();
    }

    WorldDifference difference() {
        Optional<String> unjudged = unjudged();
        boolean judged = unjudged.isEmpty();
        return new WorldDifference(
                world,
                judged ? figures() : List.of(),
                chokepoint(before).map(Chokepoint::resource),
                chokepoint(after).map(Chokepoint::resource),
                judged ? phases() : List.of(),
                judged ? objectives() : List.of(),
                unjudged);
    }

    private Optional<String> unjudged() {
        return Stream.concat(runsBefore.stream(), runsAfter.stream())
                .filter(run -> of(List.of(run)).getFirst().voided().isPresent())
                .findFirst()
                .map(run -> run.file() + " is void: "
                        + of(List.of(run)).getFirst().voided().orElseThrow());
    }

    private List<FigureChange> figures() {
        List<FigureChange> figures = new ArrayList<>();
        boolean paired = seeds(before).equals(seeds(after)) && !seeds(before).isEmpty();
        for (Figure figure : EnumSet.complementOf(EnumSet.of(Figure.USED))) {
            if (!figure.isLatency() || arrived(before) > 0 && arrived(after) > 0) {
                figures.add(figure(figure, paired));
            }
        }
        figures.add(1, noise.errors("errors", failed(before), intended(before), failed(after), intended(after)));
        chokepoint(before)
                .flatMap(was -> chokepoint(after).map(is -> capacity(was, is)))
                .ifPresent(figures::add);
        return figures;
    }

    private FigureChange figure(Figure figure, boolean paired) {
        FigureChange change = noise.of(
                figure.text(),
                figure.unit(),
                values(figure, before),
                values(figure, after),
                paired,
                !figure.isLatency());
        boolean enough = Estimate.enough(figure, arrived(before)) && Estimate.enough(figure, arrived(after));
        return enough || !figure.isLatency() ? change : Noise.notJudged(change);
    }

    /** One value a replication, or a run where there are no replications. */
    private static double[] values(Figure figure, List<WorldResult> results) {
        return results.stream()
                .flatMapToDouble(result -> runs(result).isEmpty()
                        ? DoubleStream.of(figure.of(result.load(), result.latency()))
                        : runs(result).stream().mapToDouble(run -> run.value(figure)))
                .toArray();
    }

    private static List<Statistics.Run> runs(WorldResult result) {
        return result.statistics().map(Statistics::runs).orElse(List.of());
    }

    /** Of the replications in order; empty over real sockets, where the same seed does not mean the same luck. */
    private static List<Long> seeds(List<WorldResult> results) {
        return results.stream()
                .flatMap(result -> runs(result).stream())
                .map(Statistics.Run::seed)
                .toList();
    }

    private FigureChange capacity(Chokepoint was, Chokepoint is) {
        return noise.capacity(
                "chokepoint's capacity",
                mean(before, WorldDiffer::capacity),
                mean(after, WorldDiffer::capacity),
                before.size() == 1 ? relative(before.getFirst(), was) : Double.NaN,
                after.size() == 1 ? relative(after.getFirst(), is) : Double.NaN);
    }

    /** Capacity is what was carried over what was used, so its error is that of what was used. */
    private static double relative(WorldResult result, Chokepoint chokepoint) {
        return chokepoint.utilisation() == 0
                ? Double.NaN
                : result.statistics()
                        .flatMap(statistics -> statistics.of(Figure.USED))
                        .map(Estimate::relative)
                        .orElse(Double.NaN);
    }

    private static double capacity(WorldResult result) {
        return result.diagnosis()
                .chokepoint()
                .map(Chokepoint::capacityPerSecond)
                .orElse(0.0);
    }

    /** Of the first run that has one. */
    private static Optional<Chokepoint> chokepoint(List<WorldResult> results) {
        return results.stream()
                .flatMap(result -> result.diagnosis().chokepoint().stream())
                .findFirst();
    }

    private List<PhaseChange> phases() {
        List<PhaseShare> places = Stream.concat(before.stream(), after.stream())
                .flatMap(result -> result.phases().stream())
                .toList();
        return places.stream()
                .map(share -> new PhaseChange(share.phase(), share.place(), phase(before, share), phase(after, share)))
                .distinct()
                .filter(change -> change.beforeNanos() != change.afterNanos())
                .sorted(Comparator.comparingDouble(
                        (PhaseChange change) -> -Math.abs(change.afterNanos() - change.beforeNanos())))
                .toList();
    }

    private static double phase(List<WorldResult> results, PhaseShare like) {
        return mean(
                results,
                result -> result.phases().stream()
                        .filter(share ->
                                share.phase() == like.phase() && share.place().equals(like.place()))
                        .mapToDouble(PhaseShare::meanNanos)
                        .sum());
    }

    private List<ObjectiveChange> objectives() {
        return Stream.concat(runsBefore.stream(), runsAfter.stream())
                .flatMap(run -> run.objectives().stream())
                .filter(held -> held.world() == world)
                .map(Held::objective)
                .distinct()
                .map(objective ->
                        new ObjectiveChange(objective, held(runsBefore, objective), held(runsAfter, objective)))
                .toList();
    }

    /** Whether all runs that asked for it met it. */
    private Optional<Boolean> held(List<SavedRun> runs, String objective) {
        return runs.stream()
                .flatMap(run -> run.objectives().stream())
                .filter(held -> held.world() == world && held.objective().equals(objective))
                .map(Held::met)
                .reduce(Boolean::logicalAnd);
    }

    private static long arrived(List<WorldResult> results) {
        return results.stream().mapToLong(result -> result.latency().count()).sum();
    }

    private static long failed(List<WorldResult> results) {
        return results.stream().mapToLong(result -> result.load().failed()).sum();
    }

    private static long intended(List<WorldResult> results) {
        return results.stream().mapToLong(result -> result.load().intended()).sum();
    }

    private static double mean(List<WorldResult> results, Function<WorldResult, Double> figure) {
        return results.stream().mapToDouble(figure::apply).average().orElse(0);
    }
}

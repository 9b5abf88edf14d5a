package dev.chokepoint.lab.capacity;

import dev.chokepoint.host.world.ResourceUse.Kind;
import dev.chokepoint.lab.diagnose.Bounds;
import dev.chokepoint.lab.diagnose.Diagnosis;
import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Estimate.Doubt;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.Statistics.Warmup;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Makes points of what was measured. */
final class Points {
    private static final List<Figure> FIGURES = List.of(Figure.CARRIED, Figure.MEAN, Figure.P50, Figure.P99);

    private final LoadAxis axis;
    private final List<Criterion> criteria;
    private final double ownPerSecond;

    Points(Scenario scenario, LoadAxis axis) {
        this.axis = axis;
        this.criteria = Criterion.of(scenario);
        this.ownPerSecond = Bounds.offeredPerSecond(scenario);
    }

    LoadPoint simulated(double factor, List<WorldResult> runs, WorldResult pooled) {
        return point(factor, Readings.simulated(runs, pooled), pooled);
    }

    /** What bounds the load, the last run says: its server is as warm as any. */
    LoadPoint live(double factor, List<WorldResult> runs) {
        return point(factor, Readings.live(runs), runs.getLast());
    }

    private LoadPoint point(double factor, Readings readings, WorldResult shown) {
        List<Judgement> judgements = criteria.stream()
                .map(criterion -> criterion.judge(readings))
                .flatMap(Optional::stream)
                .toList();
        return new LoadPoint(
                factor,
                axis.load(factor),
                Criterion.all(judgements),
                readings.runs().size(),
                readings.offeredPerSecond(),
                readings.delivered(),
                FIGURES.stream()
                        .map(figure -> estimate(figure, readings, shown))
                        .toList(),
                judgements,
                shown.diagnosis().chokepoint(),
                fullAt(shown),
                shown.statistics()
                        .map(statistics -> statistics.warmup().verdict())
                        .orElse(Warmup.Verdict.NOT_JUDGED),
                Optional.empty());
    }

    /** A simulation knows its own; live runs have the mean of theirs. */
    private static Estimate estimate(Figure figure, Readings readings, WorldResult shown) {
        return shown.statistics()
                .flatMap(statistics -> statistics.of(figure))
                .orElseGet(() -> measured(figure, readings));
    }

    private static Estimate measured(Figure figure, Readings readings) {
        double value = readings.value(one -> figure.of(one.load(), one.latency()));
        double halfWidth = readings.halfWidth(one -> figure.of(one.load(), one.latency()));
        return new Estimate(figure, value, halfWidth, doubt(figure, value, halfWidth, readings.delivered()));
    }

    private static Doubt doubt(Figure figure, double value, double halfWidth, long delivered) {
        if (!Estimate.enough(figure, delivered)) {
            return Doubt.FEW_MESSAGES;
        }
        if (Double.isNaN(halfWidth)) {
            return Doubt.ONE_RUN;
        }
        return halfWidth > Estimate.WIDE * value ? Doubt.WIDE : Doubt.NONE;
    }

    /** Where more load means more clients, clients and their windows are no limit, and the next chokepoint is asked. */
    private OptionalDouble fullAt(WorldResult shown) {
        Diagnosis diagnosis = shown.diagnosis();
        return Stream.concat(diagnosis.chokepoint().stream(), diagnosis.next().map(Diagnosis.Next::chokepoint).stream())
                .filter(chokepoint -> !axis.scalesClients() || !belongsToClients(shown, chokepoint))
                .mapToDouble(chokepoint -> chokepoint.capacityPerSecond() / ownPerSecond)
                .filter(factor -> factor > 0 && Double.isFinite(factor))
                .findFirst();
    }

    private static boolean belongsToClients(WorldResult shown, Chokepoint chokepoint) {
        return shown.resources().stream()
                .filter(figures -> figures.name().equals(chokepoint.resource()))
                .anyMatch(figures -> figures.kind() == Kind.CLIENTS || figures.kind() == Kind.WINDOW);
    }
}

package dev.chokepoint.lab.models;

import dev.chokepoint.lab.capacity.Capacity;
import dev.chokepoint.lab.capacity.LoadPoint;
import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.measure.ResourceFigures;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.models.ModelPlan.Method;
import dev.chokepoint.lab.statistics.Interval;
import dev.chokepoint.lab.statistics.Moments;
import java.util.List;
import java.util.Optional;

/**
 * How much a model carries.
 *
 * @param method how that is known
 * @param perSecond messages delivered per second: of a bound its value, of a search the highest load that met
 * @param lowPerSecond the interval's lower end: of a bound that of 95 %, of a search {@code perSecond}; NaN without an interval
 * @param highPerSecond the upper end: of a search the lowest load that missed, infinite when none was tried that did
 * @param by what bounds it: a resource and the law, or the objectives
 * @param runs the bound in each run; empty for a search
 */
public record CapacityFigure(
        Method method, double perSecond, double lowPerSecond, double highPerSecond, String by, List<Double> runs) {
    /** Copies the list. */
    public CapacityFigure {
        runs = List.copyOf(runs);
    }

    /** The utilisation law: what the resource that would be full first carries at the demand that was measured. */
    static Optional<CapacityFigure> bound(WorldResult whole, List<WorldResult> runs) {
        return whole.diagnosis().chokepoint().map(chokepoint -> bound(chokepoint, runs));
    }

    private static CapacityFigure bound(Chokepoint chokepoint, List<WorldResult> runs) {
        List<Double> each = runs.stream()
                .flatMap(run -> run.resources().stream())
                .filter(figures -> figures.name().equals(chokepoint.resource()))
                .map(ResourceFigures::capacityPerSecond)
                .toList();
        Moments moments = new Moments();
        each.forEach(moments::add);
        double halfWidth = Interval.of(moments).halfWidth();
        double value = chokepoint.capacityPerSecond();
        return new CapacityFigure(
                Method.BOUND,
                value,
                value - halfWidth,
                value + halfWidth,
                chokepoint.resource() + ", " + chokepoint.law(),
                each);
    }

    /** The search's answer. */
    static Optional<CapacityFigure> search(Capacity capacity, List<String> objectives) {
        return capacity.met()
                .map(met -> new CapacityFigure(
                        Method.SEARCH,
                        met.offeredPerSecond(),
                        met.offeredPerSecond(),
                        capacity.above().map(LoadPoint::offeredPerSecond).orElse(Double.POSITIVE_INFINITY),
                        String.join(", ", objectives),
                        List.of()));
    }
}

package dev.chokepoint.lab.capacity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The answer, an interval and never a number: the highest load that met the objectives, and the lowest above it that did
 * not. What lies between was not tried, or could not be decided.
 *
 * @param met the highest load that met the objectives and has none below it that missed them; empty when there is none
 * @param above the lowest load that missed them, else the lowest above {@code met} that was void; empty when every load met
 */
public record Capacity(Optional<LoadPoint> met, Optional<LoadPoint> above) {
    /**
     * The answer of some points.
     *
     * @param points in the order of their loads
     * @return what they prove
     */
    static Capacity of(List<LoadPoint> points) {
        Optional<LoadPoint> missed = first(points, Outcome.MISSED, 0);
        double end = missed.map(LoadPoint::factor).orElse(Double.POSITIVE_INFINITY);
        Optional<LoadPoint> met = points.stream()
                .filter(point -> point.outcome() == Outcome.MET && point.factor() < end)
                .max(Comparator.comparingDouble(LoadPoint::factor));
        double from = met.map(LoadPoint::factor).orElse(0.0);
        return new Capacity(met, missed.or(() -> first(points, Outcome.VOID, from)));
    }

    private static Optional<LoadPoint> first(List<LoadPoint> points, Outcome outcome, double above) {
        return points.stream()
                .filter(point -> point.outcome() == outcome && point.factor() > above)
                .findFirst();
    }

    /**
     * Whether both ends are known and nothing but the objectives set the upper one.
     *
     * @return false when nothing was met, nothing was missed, or the load generator was the limit
     */
    public boolean found() {
        return met.isPresent()
                && above.filter(p -> p.outcome() == Outcome.MISSED).isPresent();
    }

    /**
     * How wide it is.
     *
     * @return the upper end over the lower one, less 1: 0.05 is 5 %; infinite where an end is missing
     */
    public double width() {
        return met.isEmpty() || above.isEmpty()
                ? Double.POSITIVE_INFINITY
                : above.get().factor() / met.get().factor() - 1;
    }
}

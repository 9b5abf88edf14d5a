package dev.chokepoint.lab.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * The search for the highest load that meets the objectives. Which load comes next follows from the points so far alone: the
 * scenario's own first; then what its chokepoint is predicted to carry and a little more, or less and less, until one load
 * met and a higher one missed; then the middle, by ratio, of the widest gap between the two. An undecided point divides its
 * gap and the search goes on at both sides of it; nothing is tried above a void one.
 */
final class Search {
    private static final double OVER = 1.05;
    private static final double UNDER = 0.8;
    private static final double STEP_UP = 2;
    private static final double STEP_DOWN = 4;

    /** Of the answer: a point this close to a part of it will do for the curve. */
    private static final double NEAR = 0.05;

    /** Points that a search usually takes. */
    private static final int USUAL = 8;

    private final Limits limits;
    private final DoubleUnaryOperator load;

    /**
     * A search.
     *
     * @param limits how far it goes
     * @param load of a factor; factors with the same load are the same point
     */
    Search(Limits limits, DoubleUnaryOperator load) {
        this.limits = limits;
        this.load = load;
    }

    /**
     * Tries loads until the answer is precise enough, then the rest of the curve.
     *
     * @param probe tries them
     * @param progress told which load comes next and how many are left; may end the search
     * @return all points, in the order of their loads
     */
    List<LoadPoint> run(Probe probe, SearchProgress progress) {
        List<LoadPoint> points = new ArrayList<>();
        OptionalDouble next = next(points);
        while (next.isPresent() && !progress.stopped()) {
            double factor = next.getAsDouble();
            progress.trying(load.applyAsDouble(factor), points.size(), left(points));
            Optional<LoadPoint> point = probe.at(factor);
            if (point.isEmpty()) {
                return points;
            }
            points.add(point.get());
            points.sort(Comparator.comparingDouble(LoadPoint::factor));
            next = next(points);
        }
        return points;
    }

    /**
     * The load to try after some.
     *
     * @param points in the order of their loads
     * @return how many times the scenario's; empty at the end
     */
    OptionalDouble next(List<LoadPoint> points) {
        OptionalDouble answer = answer(points);
        return answer.isPresent() ? answer : curve(points);
    }

    private OptionalDouble answer(List<LoadPoint> points) {
        if (points.isEmpty()) {
            return OptionalDouble.of(1);
        }
        Capacity capacity = Capacity.of(points);
        if (points.size() >= limits.points() || capacity.width() <= limits.precision()) {
            return OptionalDouble.empty();
        }
        if (capacity.met().isEmpty()) {
            return lower(points.getFirst());
        }
        return capacity.above().isEmpty() ? higher(points) : between(capacity, points);
    }

    /** Nothing met yet. */
    private OptionalDouble lower(LoadPoint least) {
        double full = least.fullAt().orElse(Double.POSITIVE_INFINITY);
        double lowest = Limits.LOWEST * Math.min(1, full);
        if (least.factor() <= lowest) {
            return OptionalDouble.empty();
        }
        double next = UNDER * full < least.factor() ? UNDER * full : least.factor() / STEP_DOWN;
        return unless(Math.max(lowest, next), least);
    }

    /** Nothing missed yet. */
    private OptionalDouble higher(List<LoadPoint> points) {
        LoadPoint most = points.getLast();
        double highest = highest(points);
        if (most.factor() >= highest) {
            return OptionalDouble.empty();
        }
        double over = OVER * most.fullAt().orElse(0);
        return unless(Math.min(highest, over > most.factor() ? over : STEP_UP * most.factor()), most);
    }

    private static double highest(List<LoadPoint> points) {
        OptionalDouble full = points.stream()
                .map(LoadPoint::fullAt)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max();
        return full.isPresent() ? Limits.HIGHEST * Math.max(1, full.getAsDouble()) : Limits.HIGHEST_BLIND;
    }

    /** Clients are whole: a step may lead back to the same load. */
    private OptionalDouble unless(double factor, LoadPoint same) {
        return load.applyAsDouble(factor) == same.load() ? OptionalDouble.empty() : OptionalDouble.of(factor);
    }

    private OptionalDouble between(Capacity capacity, List<LoadPoint> points) {
        int from = points.indexOf(capacity.met().orElseThrow());
        int to = points.indexOf(capacity.above().orElseThrow());
        double widest = Math.sqrt(1 + limits.precision());
        OptionalDouble middle = OptionalDouble.empty();
        for (int i = from; i < to && points.get(i).outcome() != Outcome.VOID; i++) {
            LoadPoint low = points.get(i);
            LoadPoint high = points.get(i + 1);
            if (high.factor() / low.factor() > widest && divisible(low, high)) {
                widest = high.factor() / low.factor();
                middle = OptionalDouble.of(middle(low, high));
            }
        }
        return middle;
    }

    private boolean divisible(LoadPoint low, LoadPoint high) {
        double between = load.applyAsDouble(middle(low, high));
        return between > low.load() && between < high.load();
    }

    private static double middle(LoadPoint low, LoadPoint high) {
        return Math.sqrt(low.factor() * high.factor());
    }

    /** The parts of the answer near which nothing was tried. */
    private OptionalDouble curve(List<LoadPoint> points) {
        Optional<LoadPoint> met = Capacity.of(points).met();
        if (met.isEmpty() || points.size() >= limits.points() + limits.curve().size()) {
            return OptionalDouble.empty();
        }
        double whole = met.get().factor();
        return limits.curve().stream()
                .mapToDouble(part -> part * whole)
                .filter(factor -> points.stream().noneMatch(point -> near(point, factor, whole)))
                .findFirst();
    }

    private boolean near(LoadPoint point, double factor, double whole) {
        return Math.abs(point.factor() - factor) < NEAR * whole || point.load() == load.applyAsDouble(factor);
    }

    /**
     * How many more loads will be tried, as far as that can be told.
     *
     * @param points in the order of their loads
     * @return at least 0
     */
    int left(List<LoadPoint> points) {
        double width = Capacity.of(points).width();
        if (!Double.isFinite(width)) {
            return Math.max(1, USUAL - points.size()) + limits.curve().size();
        }
        double halvings = Math.log(Math.log1p(width) / Math.log1p(limits.precision())) / Math.log(2);
        int curve =
                points.size() < USUAL ? limits.curve().size() : limits.curve().size() / 2;
        return (int) Math.ceil(Math.max(0, halvings)) + curve;
    }
}

package dev.chokepoint.lab.run;

import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Estimate.Doubt;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.Latency;
import dev.chokepoint.lab.measure.LoadFigures;
import dev.chokepoint.lab.measure.Statistics;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Objective;
import dev.chokepoint.lab.statistics.Interval;
import dev.chokepoint.lab.statistics.Moments;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The figures of all replications together, each with its interval and what is to be doubted of it. */
record Estimates(List<Statistics.Run> runs, LoadFigures load, Latency latency) {
    /** What the mean may move by before a warm-up counts as too short: what is printed beside it, or ± 5 % without. */
    double tolerance() {
        double relative = interval(Figure.MEAN).halfWidth() / latency.meanNanos();
        return Double.isFinite(relative) ? relative : Estimate.WIDE;
    }

    /** All but the chokepoint's use. */
    List<Estimate> all(boolean growing) {
        List<Estimate> all = new ArrayList<>();
        for (Figure figure : EnumSet.complementOf(EnumSet.of(Figure.USED))) {
            if (growing && figure.isLatency()) {
                all.add(new Estimate(figure, value(figure), Double.NaN, Doubt.NO_STEADY_STATE));
            } else {
                double halfWidth = interval(figure).halfWidth();
                all.add(new Estimate(figure, value(figure), halfWidth, doubt(figure, value(figure), halfWidth)));
            }
        }
        return all;
    }

    Estimate used(Chokepoint chokepoint, Interval interval) {
        double value = chokepoint.utilisation();
        return new Estimate(Figure.USED, value, interval.halfWidth(), doubt(Figure.USED, value, interval.halfWidth()));
    }

    private Doubt doubt(Figure figure, double value, double halfWidth) {
        if (!Estimate.enough(figure, latency.count()) || latency.count() * figure.tail() < runs.size()) {
            return Doubt.FEW_MESSAGES;
        }
        if (Double.isNaN(halfWidth)) {
            return Doubt.ONE_RUN;
        }
        return halfWidth > Estimate.WIDE * Math.abs(value) ? Doubt.WIDE : Doubt.NONE;
    }

    private Interval interval(Figure figure) {
        Moments moments = new Moments();
        runs.forEach(run -> moments.add(run.value(figure)));
        return Interval.of(moments);
    }

    private double value(Figure figure) {
        return figure.of(load, latency);
    }

    /** Whose precision matters: the mean and the percentiles of the objectives, else p50 and p99. */
    static Set<Figure> wanted(Scenario scenario) {
        EnumSet<Figure> wanted = EnumSet.of(Figure.MEAN);
        scenario.objectives()
                .forEach(objective ->
                        of(objective.metric()).filter(Figure::isLatency).ifPresent(wanted::add));
        if (wanted.size() == 1) {
            wanted.addAll(EnumSet.of(Figure.P50, Figure.P99));
        }
        return wanted;
    }

    /** The figure that an objective is about. */
    static Optional<Figure> of(Objective.Metric metric) {
        return switch (metric) {
            case P50 -> Optional.of(Figure.P50);
            case P90 -> Optional.of(Figure.P90);
            case P99 -> Optional.of(Figure.P99);
            case P999 -> Optional.of(Figure.P999);
            case CARRIED -> Optional.of(Figure.CARRIED);
            case MAX, ERRORS -> Optional.empty();
        };
    }
}

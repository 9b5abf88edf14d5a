package dev.chokepoint.lab.models;

import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.models.Contrast.Metric;
import dev.chokepoint.lab.statistics.Interval;
import dev.chokepoint.lab.statistics.PairedDifference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Sets every two models against each other. */
final class Contrasts {
    private Contrasts() {}

    /** Of variants in one world with one number of clients. */
    static List<Contrast> of(List<ModelOutcome> outcomes) {
        List<ModelOutcome> believed =
                outcomes.stream().filter(one -> one.believed().isPresent()).toList();
        List<Contrast> all = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            all.addAll(of(metric, believed));
        }
        return all;
    }

    private static List<Contrast> of(Metric metric, List<ModelOutcome> outcomes) {
        List<ModelOutcome> known = outcomes.stream()
                .filter(one -> values(metric, one.figures().orElseThrow()).length > 0)
                .toList();
        int pairs = known.size() * (known.size() - 1) / 2;
        List<Contrast> all = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            for (int j = i + 1; j < known.size(); j++) {
                all.add(of(metric, known.get(i), known.get(j), 1 - (1 - Interval.CONFIDENCE) / pairs));
            }
        }
        return all;
    }

    private static Contrast of(Metric metric, ModelOutcome one, ModelOutcome other, double confidence) {
        double[] before = values(metric, one.figures().orElseThrow());
        double[] after = values(metric, other.figures().orElseThrow());
        int common = Math.min(before.length, after.length);
        PairedDifference difference =
                PairedDifference.of(Arrays.copyOf(before, common), Arrays.copyOf(after, common), confidence);
        boolean significant =
                Math.abs(difference.change().mean()) > difference.change().halfWidth(); // false for NaN
        return new Contrast(metric, one.variant().model(), other.variant().model(), difference, significant);
    }

    /** One a run; none where it is not known. */
    private static double[] values(Metric metric, ModelFigures figures) {
        return switch (metric) {
            case P50 -> each(figures, run -> run.latency().p50Nanos());
            case P99 -> each(figures, run -> run.latency().p99Nanos());
            case P999 -> each(figures, run -> run.latency().p999Nanos());
            case CAPACITY ->
                figures.capacity().stream()
                        .flatMap(capacity -> capacity.runs().stream())
                        .mapToDouble(Double::doubleValue)
                        .toArray();
            case LOST ->
                figures.worst().stream()
                        .flatMap(death -> death.lost().stream())
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        };
    }

    private static double[] each(ModelFigures figures, ToDoubleFunction<WorldResult> figure) {
        return figures.runs().stream().mapToDouble(figure).toArray();
    }
}

package dev.chokepoint.report;

import dev.chokepoint.lab.models.Contrast;
import dev.chokepoint.lab.models.Contrast.Metric;
import dev.chokepoint.lab.scenario.Model;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which model is best in a figure, and which can't be told from it. */
record ModelMarks(List<Contrast> contrasts) {
    /** Behind the best figure. */
    static final String BEST = " *";

    /** Behind a figure that chance alone may have set apart from the best. */
    static final String SAME = " ≈";

    static final String LEGEND =
            "*: the best; ≈: not significantly different from it (paired by common random numbers, 95 % for all"
                    + " pairs of models together).";

    /** The mark of a model's figure; empty for one that is worse, or where there is nothing to set it against. */
    String of(Metric metric, Model model) {
        Optional<Model> best = best(metric);
        if (best.isEmpty()) {
            return "";
        }
        if (best.get() == model) {
            return BEST;
        }
        return contrasts.stream()
                        .anyMatch(one -> one.metric() == metric && one.of(best.get(), model) && !one.significant())
                ? SAME
                : "";
    }

    /** The model that no other one beats, whether by chance or not. */
    Optional<Model> best(Metric metric) {
        Set<Model> models = new LinkedHashSet<>();
        Set<Model> beaten = new LinkedHashSet<>();
        for (Contrast one : contrasts) {
            if (one.metric() == metric) {
                models.addAll(List.of(one.one(), one.other()));
                double change = one.difference().change().mean();
                boolean otherBetter = metric.moreIsBetter() ? change > 0 : change < 0;
                beaten.add(otherBetter ? one.one() : one.other());
            }
        }
        models.removeAll(beaten);
        return models.stream().findFirst();
    }

    /** The models that can't be told from the best. */
    List<Model> same(Metric metric) {
        List<Model> same = new ArrayList<>();
        for (Model model : Model.values()) {
            if (of(metric, model).equals(SAME)) {
                same.add(model);
            }
        }
        return same;
    }

    /** Pairs that chance may have set apart and that no mark tells of. */
    List<Contrast> others() {
        return contrasts.stream()
                .filter(one -> !one.significant())
                .filter(one -> best(one.metric())
                        .filter(best -> best == one.one() || best == one.other())
                        .isEmpty())
                .toList();
    }
}

package dev.chokepoint.lab.models;

import java.util.Optional;

/**
 * What became of one variant.
 *
 * @param variant which
 * @param figures what was measured
 * @param skipped why nothing was, or not all; empty when nothing is missing
 */
public record ModelOutcome(ModelVariant variant, Optional<ModelFigures> figures, Optional<String> skipped) {
    static ModelOutcome of(ModelVariant variant, ModelFigures figures) {
        return new ModelOutcome(variant, Optional.of(figures), Optional.empty());
    }

    static ModelOutcome skipped(ModelVariant variant, String why) {
        return new ModelOutcome(variant, Optional.empty(), Optional.of(why));
    }

    /**
     * The figures, when they are to be believed.
     *
     * @return empty for one that was skipped or is void
     */
    public Optional<ModelFigures> believed() {
        return figures.filter(f -> f.result().voided().isEmpty());
    }
}

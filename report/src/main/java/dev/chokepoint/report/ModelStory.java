package dev.chokepoint.report;

import dev.chokepoint.host.world.Phase;
import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.diagnose.Diagnosis.Next;
import dev.chokepoint.lab.measure.LoadFigures;
import dev.chokepoint.lab.measure.NodeBytes;
import dev.chokepoint.lab.measure.PhaseShare;
import dev.chokepoint.lab.models.Death;
import dev.chokepoint.lab.models.ModelFigures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why a model behaves as it does, said by the figures that were measured and nothing else. */
final class ModelStory {
    /** A phase that takes less of the latency is not named. */
    private static final double SHARE_LEAST = 0.03;

    private static final int PHASES_MOST = 3;

    private final ModelFigures figures;

    private ModelStory(ModelFigures figures) {
        this.figures = figures;
    }

    static String of(ModelFigures figures) {
        ModelStory story = new ModelStory(figures);
        List<String> sentences = new ArrayList<>();
        sentences.add(story.chokepoint());
        story.fanOut().ifPresent(sentences::add);
        story.next().ifPresent(sentences::add);
        story.latency().ifPresent(sentences::add);
        story.bytes().ifPresent(sentences::add);
        figures.deaths().forEach(death -> sentences.add(story.death(death)));
        return String.join(" ", sentences);
    }

    private String chokepoint() {
        Optional<Chokepoint> chokepoint = figures.result().diagnosis().chokepoint();
        if (chokepoint.isEmpty()) {
            return "Nothing was delivered, so no chokepoint was found.";
        }
        Chokepoint c = chokepoint.get();
        LoadFigures load = figures.result().load();
        String used = "Its chokepoint is " + Words.place(c.resource()) + ", " + Words.percent(c.utilisation())
                + " used while " + Words.rate(load.carriedPerSecond()) + " were delivered: "
                + Words.demand(Worlds.kind(figures.result(), c.resource()), c.demandNanos())
                + " a message, so at most " + Words.rate(c.capacityPerSecond()) + " (" + c.law() + ").";
        return figures.result().diagnosis().saturated()
                ? used + " The load, " + Words.rate(load.offeredPerSecond())
                        + ", is as much or more: latency grows while it lasts."
                : used;
    }

    private Optional<String> fanOut() {
        return figures.fanOut() <= 1
                ? Optional.empty()
                : figures.result()
                        .diagnosis()
                        .chokepoint()
                        .map(c -> "Each message said is delivered to " + number(figures.fanOut()) + ", so that is "
                                + Words.rate(c.capacityPerSecond() / figures.fanOut()) + " said.");
    }

    private Optional<String> next() {
        return figures.result()
                .diagnosis()
                .next()
                .map(Next::chokepoint)
                .map(next -> "With that one out of the way " + Words.place(next.resource())
                        + " would be next, by its demand at most " + Words.rate(next.capacityPerSecond()) + ".");
    }

    private Optional<String> latency() {
        Map<Phase, Double> shares = new EnumMap<>(Phase.class);
        figures.result().phases().forEach(share -> shares.merge(share.phase(), share.share(), Double::sum));
        List<String> named = shares.entrySet().stream()
                .filter(entry -> entry.getValue() >= SHARE_LEAST)
                .sorted(Map.Entry.<Phase, Double>comparingByValue().reversed())
                .limit(PHASES_MOST)
                .map(entry -> Words.wholePercent(entry.getValue()) + " " + Words.phase(entry.getKey()))
                .toList();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        String mean = "A delivery takes "
                + Words.time(figures.result().latency().meanNanos()) + " on average: " + String.join(", ", named) + ".";
        return Optional.of(tail().map(tail -> mean + " " + tail).orElse(mean));
    }

    private Optional<String> tail() {
        return figures.result().phases().stream()
                .max(Comparator.comparingDouble(PhaseShare::tailShare))
                .map(most -> "Of the slowest 1 %, " + Words.wholePercent(most.tailShare()) + " is " + Words.phase(most)
                        + ".");
    }

    private Optional<String> bytes() {
        return figures.busiest().map(busiest -> {
            String most = "Most bytes pass through " + ModelWords.node(busiest) + ": "
                    + ModelWords.bytes(busiest.bytesPerMessage()) + " for each message delivered";
            return most + least(busiest) + ".";
        });
    }

    private String least(NodeBytes busiest) {
        return figures.result().nodes().stream()
                .filter(node -> node.count() > 1 && !node.node().equals(busiest.node()) && node.bytesPerMessage() > 0)
                .findFirst()
                .map(node -> ", " + number(busiest.bytesPerMessage() / node.bytesPerMessage())
                        + " times what passes through each of " + node.node())
                .orElse("");
    }

    private static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    private String death(Death death) {
        String lost = "When " + death.node() + " dies half-way, " + ModelWords.lost(death)
                + " of what was still to be delivered is lost";
        String back = death.backNanos().isEmpty()
                ? "; what is carried does not come back in the " + Words.time(death.afterNanos()) + " that are left"
                : death.backNanos().getAsLong() == 0
                        ? "; at no time much less is carried than without that"
                        : "; after " + Words.time(death.backNanos().getAsLong())
                                + " as much is carried as without that";
        return lost + back + ".";
    }
}

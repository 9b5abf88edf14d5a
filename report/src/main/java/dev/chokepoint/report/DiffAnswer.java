package dev.chokepoint.report;

import dev.chokepoint.lab.difference.FigureChange;
import dev.chokepoint.lab.difference.FigureChange.Verdict;
import dev.chokepoint.lab.difference.RunDifference;
import dev.chokepoint.lab.difference.WorldDifference;
import dev.chokepoint.lab.difference.WorldDifference.ObjectiveChange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What changed, in sentences. */
final class DiffAnswer {
    private DiffAnswer() {}

    static String headline(RunDifference difference) {
        if (difference.regressed()) {
            return "It got worse.";
        }
        boolean better = difference.worlds().stream()
                .anyMatch(world -> world.figures().stream().anyMatch(f -> f.verdict() == Verdict.BETTER));
        return better ? "It got better." : "Nothing changed beyond the noise.";
    }

    /** One paragraph a world. */
    static List<String> details(RunDifference difference) {
        return difference.worlds().stream()
                .map(world -> Words.in(world.world()) + ": " + sentence(world))
                .map(text -> text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1))
                .toList();
    }

    private static String sentence(WorldDifference world) {
        if (world.unjudged().isPresent()) {
            return "not judged; " + world.unjudged().orElseThrow() + ".";
        }
        List<String> parts = new ArrayList<>();
        parts.add(list(world, Verdict.WORSE, "worse: "));
        parts.add(list(world, Verdict.BETTER, "better: "));
        parts.add(world.objectives().stream()
                .filter(ObjectiveChange::newlyMissed)
                .map(ObjectiveChange::objective)
                .collect(Collectors.joining(", ")));
        if (!parts.get(2).isEmpty()) {
            parts.set(2, "newly missed: " + parts.get(2));
        }
        String changes = parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
        return (changes.isEmpty() ? "no figure changed beyond the noise" : changes) + ". " + chokepoint(world);
    }

    private static String list(WorldDifference world, Verdict verdict, String head) {
        String figures = world.figures().stream()
                .filter(figure -> figure.verdict() == verdict)
                .map(DiffAnswer::figure)
                .collect(Collectors.joining(", "));
        return figures.isEmpty() ? "" : head + figures;
    }

    private static String figure(FigureChange figure) {
        return figure.figure() + " " + DiffTable.change(figure);
    }

    private static String chokepoint(WorldDifference world) {
        if (world.moved()) {
            return "The chokepoint moved from "
                    + world.chokepointBefore().map(Words::place).orElseThrow() + " to "
                    + world.chokepointAfter().map(Words::place).orElseThrow() + ".";
        }
        return world.chokepointAfter()
                .map(name -> "The chokepoint is " + Words.place(name) + (world.moved() ? "." : ", as before."))
                .orElse("There is no chokepoint to compare.");
    }
}

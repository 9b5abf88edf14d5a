package dev.chokepoint.report;

import dev.chokepoint.lab.capacity.CapacityResult;
import dev.chokepoint.lab.capacity.WorldCapacity;
import dev.chokepoint.report.Table.Tone;

/** The capacity of a scenario as text: the answer first, then every load that was tried. */
final class CapacityText {
    private final CapacityResult result;
    private final TextPage page;
    private final int columns;

    CapacityText(CapacityResult result, Appendable out, int columns, boolean colour) {
        this.result = result;
        this.page = new TextPage(out, columns, colour);
        this.columns = columns;
    }

    void print() {
        String about = result.scenario().about();
        page.paragraph(Tone.QUIET, result.scenario().name() + (about.isEmpty() ? "" : ": " + about));
        page.line("");
        CapacityAnswer answer = CapacityAnswer.of(result);
        page.paragraph(Tone.STRONG, answer.headline());
        for (String detail : answer.details()) {
            page.paragraph(Tone.PLAIN, detail);
        }
        for (WorldCapacity world : result.worlds()) {
            world(world);
        }
        foot();
    }

    private void world(WorldCapacity world) {
        if (world.points().isEmpty()) {
            return;
        }
        page.table(CapacityTable.brief(result, world));
        page.line("");
        CapacityPlot.lines(result, world, columns).forEach(page::line);
    }

    private void foot() {
        page.line("");
        page.paragraph(
                Tone.QUIET,
                "Every load was judged by: " + String.join(", ", result.objectives())
                        + "; met or missed only when the whole 95 % interval lies on one side of the limit.");
        for (WorldCapacity world : result.worlds()) {
            for (String note : world.notes()) {
                page.paragraph(Tone.PLAIN, "Note, " + Words.world(world.world()) + ": " + note);
            }
        }
        for (WorldCapacity world : result.worlds()) {
            page.paragraph(Tone.QUIET, Words.world(world.world()) + ": " + run(world));
        }
        page.paragraph(Tone.QUIET, "Seed " + result.scenario().seed() + ", " + result.machine());
    }

    /** How much was tried, and how long it took. */
    static String run(WorldCapacity world) {
        int runs = world.points().stream().mapToInt(point -> point.runs()).sum();
        return Words.count(world.points().size()) + " loads, " + Words.count(runs) + " runs in "
                + Words.time(world.elapsedNanos());
    }
}

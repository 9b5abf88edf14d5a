package dev.chokepoint.report;

import dev.chokepoint.lab.capacity.CapacityResult;
import dev.chokepoint.lab.capacity.WorldCapacity;
import dev.chokepoint.report.Table.Tone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The capacity of a scenario as text: the answer first, then every load that was tried. UTF-8 characters; stateless. */
public final class CapacityText {
    /** Narrower than this nothing is readable: lines then run over. */
    private static final int NARROWEST = 60;

    /** Running text wider than this is hard to read. */
    private static final int WIDEST_TEXT = 100;

    private final CapacityResult result;
    private final Appendable out;
    private final int columns;
    private final Ink ink;

    private CapacityText(CapacityResult result, Appendable out, int columns, boolean colour) {
        this.result = result;
        this.out = out;
        this.columns = Math.max(NARROWEST, columns);
        this.ink = new Ink(colour);
    }

    /**
     * Prints what was found.
     *
     * @param result what to print
     * @param out where to
     * @param columns the terminal's width; below 60 counts as 60
     * @param colour whether ANSI escape sequences may be used
     * @throws UncheckedIOException {@code out} failed
     */
    public static void print(CapacityResult result, Appendable out, int columns, boolean colour) {
        try {
            new CapacityText(result, out, columns, colour).print();
        } catch (IOException e) {
            throw new UncheckedIOException("can't print the results: " + e.getMessage(), e);
        }
    }

    private void print() throws IOException {
        String about = result.scenario().about();
        paragraph(Tone.QUIET, result.scenario().name() + (about.isEmpty() ? "" : ": " + about));
        line("");
        CapacityAnswer answer = CapacityAnswer.of(result);
        paragraph(Tone.STRONG, answer.headline());
        for (String detail : answer.details()) {
            paragraph(Tone.PLAIN, detail);
        }
        for (WorldCapacity world : result.worlds()) {
            world(world);
        }
        foot();
    }

    private void world(WorldCapacity world) throws IOException {
        if (world.points().isEmpty()) {
            return;
        }
        line("");
        for (String line : TextTable.lines(CapacityTable.of(result, world), columns, ink)) {
            line(line);
        }
        List<String> plot = CapacityPlot.lines(result, world, columns);
        if (!plot.isEmpty()) {
            line("");
        }
        for (String line : plot) {
            line(line);
        }
    }

    private void foot() throws IOException {
        line("");
        paragraph(
                Tone.QUIET,
                "Every load was judged by: " + String.join(", ", result.objectives())
                        + "; met or missed only when the whole 95 % interval lies on one side of the limit.");
        for (WorldCapacity world : result.worlds()) {
            for (String note : world.notes()) {
                paragraph(Tone.PLAIN, "Note, " + Words.world(world.world()) + ": " + note);
            }
        }
        for (WorldCapacity world : result.worlds()) {
            paragraph(Tone.QUIET, Words.world(world.world()) + ": " + run(world));
        }
        paragraph(Tone.QUIET, "Seed " + result.scenario().seed() + ", " + result.machine());
    }

    /** How much was tried, and how long it took. */
    static String run(WorldCapacity world) {
        int runs = world.points().stream().mapToInt(point -> point.runs()).sum();
        return Words.count(world.points().size()) + " loads, " + Words.count(runs) + " runs in "
                + Words.time(world.elapsedNanos());
    }

    private void paragraph(Tone tone, String text) throws IOException {
        for (String line : Text.wrap(Text.clean(text), Math.min(columns, WIDEST_TEXT))) {
            line(ink.paint(tone, line));
        }
    }

    private void line(String line) throws IOException {
        out.append(line).append('\n');
    }
}

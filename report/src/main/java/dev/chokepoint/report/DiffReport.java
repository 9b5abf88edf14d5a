package dev.chokepoint.report;

import dev.chokepoint.lab.difference.RunDifference;
import dev.chokepoint.lab.difference.SavedRun;
import dev.chokepoint.lab.difference.WorldDifference;
import dev.chokepoint.report.Table.Tone;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What changed between runs, for a terminal, a browser or a program. Stateless. */
public final class DiffReport {
    private DiffReport() {}

    /**
     * Prints it as text.
     *
     * @param difference what to print
     * @param out where to
     * @param columns the terminal's width
     * @param colour whether ANSI escape sequences may be used
     */
    public static void print(RunDifference difference, Appendable out, int columns, boolean colour) {
        TextPage page = new TextPage(out, columns, colour);
        page.paragraph(Tone.QUIET, "before: " + names(difference.before()));
        page.paragraph(Tone.QUIET, "after:  " + names(difference.after()));
        page.line("");
        difference.warnings().forEach(warning -> page.paragraph(Tone.BAD, "Careful: " + warning + "."));
        page.paragraph(Tone.STRONG, DiffAnswer.headline(difference));
        DiffAnswer.details(difference).forEach(detail -> page.paragraph(Tone.PLAIN, detail));
        for (WorldDifference world : difference.worlds()) {
            if (world.unjudged().isEmpty()) {
                world(page, world);
            }
        }
        page.line("");
        page.paragraph(Tone.QUIET, DiffTable.legend(difference));
    }

    private static void world(TextPage page, WorldDifference world) {
        page.line("");
        page.paragraph(Tone.STRONG, Words.world(world.world()));
        page.table(DiffTable.figures(world));
        DiffTable.phases(world).ifPresent(page::table);
        DiffTable.objectives(world).ifPresent(page::table);
    }

    static String names(List<SavedRun> runs) {
        return runs.stream()
                .map(run -> run.file() + " (" + run.scenario() + ", " + second(run.startedAt()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** A moment without the fraction of its second. */
    static String second(String moment) {
        return moment.replaceFirst("[.][0-9]+Z$", "Z");
    }

    /**
     * Writes it as an HTML file of its own, wholly or not at all.
     *
     * @param difference what to write
     * @param file where to
     * @throws ReportException it could not be written
     */
    public static void write(RunDifference difference, Path file) {
        TextFile.write("report", file, DiffPage.of(difference));
    }

    /**
     * Gives it as JSON.
     *
     * @param difference what to give
     * @return one object of {@code diff.schema.json}, with a line end
     */
    public static String json(RunDifference difference) {
        return DiffJson.tree(difference).toPrettyString() + "\n";
    }
}

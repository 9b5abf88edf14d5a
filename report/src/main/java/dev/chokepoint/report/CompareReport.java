package dev.chokepoint.report;

import dev.chokepoint.lab.compare.Compared;
import dev.chokepoint.report.Table.Tone;
import java.nio.file.Path;

/** A scenario in its variants, for a terminal, a browser or a program. Stateless. */
public final class CompareReport {
    static final String NOISE = "One run each: differences below 20 % may be this machine's noise.";

    private CompareReport() {}

    /**
     * Prints it as text.
     *
     * @param compared what to print
     * @param out where to
     * @param columns the terminal's width
     * @param colour whether ANSI escape sequences may be used
     */
    public static void print(Compared compared, Appendable out, int columns, boolean colour) {
        TextPage page = new TextPage(out, columns, colour);
        String about = compared.scenario().about();
        page.paragraph(Tone.QUIET, compared.scenario().name() + (about.isEmpty() ? "" : ": " + about));
        page.line("");
        VariantTable.answers(compared).forEach(answer -> page.paragraph(Tone.STRONG, answer));
        page.paragraph(Tone.PLAIN, NOISE);
        compared.clients().forEach(clients -> page.table(VariantTable.of(compared, clients)));
        page.line("");
        VariantTable.doubts(compared).forEach(doubt -> page.paragraph(Tone.PLAIN, "Note: " + doubt));
        page.paragraph(
                Tone.QUIET,
                "Seed " + compared.scenario().seed() + ", " + compared.startedAt() + ", " + compared.machine());
    }

    /**
     * Writes it as an HTML file of its own, wholly or not at all.
     *
     * @param compared what to write
     * @param file where to
     * @throws ReportException it could not be written
     */
    public static void write(Compared compared, Path file) {
        TextFile.write("report", file, ComparePage.of(compared));
    }

    /**
     * Gives it as JSON.
     *
     * @param compared what to give
     * @return one object of {@code compare.schema.json}, with a line end
     */
    public static String json(Compared compared) {
        return CompareJson.tree(compared).toPrettyString() + "\n";
    }
}

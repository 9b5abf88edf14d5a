package dev.chokepoint.report;

import dev.chokepoint.lab.models.ModelsCompared;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A scenario in several centralization models, for a terminal, a browser, a pull request or a program. Stateless. */
public final class ModelReport {
    private ModelReport() {}

    /**
     * Prints it as text.
     *
     * @param compared what to print
     * @param out where to
     * @param columns the terminal's width
     * @param colour whether ANSI escape sequences may be used
     * @throws UncheckedIOException {@code out} failed
     */
    public static void print(ModelsCompared compared, Appendable out, int columns, boolean colour) {
        ModelText.print(compared, out, columns, colour);
    }

    /**
     * Writes it as an HTML file of its own, wholly or not at all.
     *
     * @param compared what to write
     * @param file where to
     * @throws ReportException it could not be written
     */
    public static void write(ModelsCompared compared, Path file) {
        TextFile.write("report", file, ModelPage.of(compared));
    }

    /**
     * Writes it as Markdown.
     *
     * @param compared what to write
     * @param file where to
     * @throws ReportException it could not be written
     */
    public static void markdown(ModelsCompared compared, Path file) {
        TextFile.write("Markdown", file, ModelMarkdown.text(compared));
    }

    /**
     * Gives it as JSON.
     *
     * @param compared what to give
     * @return one object of {@code models.schema.json}, with a line end
     */
    public static String json(ModelsCompared compared) {
        return ModelJson.tree(compared).toPrettyString() + "\n";
    }
}

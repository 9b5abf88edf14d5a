package dev.chokepoint.report;

import dev.chokepoint.lab.capacity.CapacityResult;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The capacity of a scenario as text, as JSON and as a page. Stateless. */
public final class CapacityReport {
    private CapacityReport() {}

    /**
     * Prints what was found: the answer first, then every load that was tried. UTF-8 characters.
     *
     * @param result what to print
     * @param out where to
     * @param columns the terminal's width; below 60 counts as 60
     * @param colour whether ANSI escape sequences may be used
     * @throws UncheckedIOException {@code out} failed
     */
    public static void print(CapacityResult result, Appendable out, int columns, boolean colour) {
        new CapacityText(result, out, columns, colour).print();
    }

    /**
     * The results for programs.
     *
     * @param result what was found
     * @return one JSON object, described by {@code capacity.schema.json}, with a line end
     */
    public static String json(CapacityResult result) {
        return CapacityJson.text(result);
    }

    /**
     * Writes the page, wholly or not at all.
     *
     * @param result what was found
     * @param file where to; its folder is made if it does not exist, an older file is replaced
     * @throws ReportException it could not be written
     */
    public static void write(CapacityResult result, Path file) {
        TextFile.write("report", file, CapacityPage.of(result));
    }
}

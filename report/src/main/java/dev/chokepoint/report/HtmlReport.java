package dev.chokepoint.report;

import dev.chokepoint.lab.run.RunResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A run's results as one HTML file that needs nothing else: styles, scripts and data are inside, and its content security
 * policy lets the browser run no other script and ask for nothing. Stateless.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /**
     * Writes the report, wholly or not at all.
     *
     * @param result what to write
     * @param file where to; its folder is made if it does not exist, an older file is replaced
     * @throws ReportException it could not be written
     */
    public static void write(RunResult result, Path file) {
        byte[] bytes = page(result).getBytes(StandardCharsets.UTF_8);
        WholeFile.write("report", file, out -> out.write(bytes));
    }

    /**
     * Finds out whether a report could be written, so that a long run is not made in vain. Leaves no file.
     *
     * @param file where it would go; its folder is made if it does not exist
     * @throws ReportException it could not be written
     */
    public static void checkWritable(Path file) {
        WholeFile.check("report", file);
    }

    static String page(RunResult result) {
        return HtmlPage.of(
                result.scenario().name(), ChartData.json(result), html -> new HtmlBody(html, result).write());
    }
}

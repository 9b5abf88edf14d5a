package dev.chokepoint.report;

import dev.chokepoint.lab.run.RunResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

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
        String charts = About.text("echarts.common.min.js");
        String script = About.text("report.js");
        Html html = new Html();
        html.trusted("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy(charts, script));
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.empty("meta", "name", "generator", "content", "Chokepoint " + About.version());
        html.element("title", result.scenario().name() + " – Chokepoint");
        html.open("style").trusted(About.text("report.css")).close().close();
        html.open("body");
        new HtmlBody(html, result).write();
        html.open("script", "type", "application/json", "id", "data")
                .trusted(ChartData.json(result))
                .close();
        html.open("script").trusted(charts).close();
        html.open("script").trusted(script).close();
        return html.close().close().toString();
    }

    /** Only the scripts of our own, told by their hashes; charts style their tooltips inline. */
    private static String policy(String... scripts) {
        StringBuilder policy =
                new StringBuilder("default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src");
        for (String script : scripts) {
            policy.append(" 'sha256-").append(hash(script)).append('\'');
        }
        return policy.toString();
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

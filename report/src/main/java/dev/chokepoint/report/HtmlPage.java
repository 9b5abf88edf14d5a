package dev.chokepoint.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * An HTML page that needs nothing else: styles, scripts and data are inside, and its content security policy lets the browser
 * run no other script and ask for nothing.
 */
final class HtmlPage {
    private HtmlPage() {}

    /**
     * Makes a page.
     *
     * @param title for the window
     * @param data what {@code report.js} draws, JSON that may stand inside a script element
     * @param body writes what is shown
     */
    static String of(String title, String data, Consumer<Html> body) {
        return of(title, data, "report.js", body);
    }

    /**
     * Makes a page with a script of its own.
     *
     * @param title for the window
     * @param data what the script draws, JSON that may stand inside a script element
     * @param drawing the script's resource
     * @param body writes what is shown
     */
    static String of(String title, String data, String drawing, Consumer<Html> body) {
        String charts = About.text("echarts.common.min.js");
        String script = About.text(drawing);
        Html html = new Html();
        html.trusted("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy(charts, script));
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.empty("meta", "name", "generator", "content", "Chokepoint " + About.version());
        html.element("title", title + " – Chokepoint");
        html.open("style").trusted(About.text("report.css")).close().close();
        html.open("body");
        body.accept(html);
        html.open("script", "type", "application/json", "id", "data")
                .trusted(data)
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

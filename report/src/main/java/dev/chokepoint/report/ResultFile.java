package dev.chokepoint.report;

import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One file that a run's results go to, in one of the forms that other tools understand. It is checked before the run, so that no
 * long run is made in vain, and written wholly or not at all after it; what was there before stays until then. Immutable.
 */
public final class ResultFile {
    private final String what;
    private final Path path;
    private final Function<RunResult, Optional<String>> content;

    private ResultFile(String what, Path path, Function<RunResult, Optional<String>> content) {
        this.what = what;
        this.path = path;
        this.content = content;
    }

    private static ResultFile of(String what, Path path, Function<RunResult, String> content) {
        return new ResultFile(what, path, result -> Optional.of(content.apply(result)));
    }

    /**
     * The HTML report, see {@link HtmlReport}.
     *
     * @param path where it goes
     * @return not written yet
     */
    public static ResultFile html(Path path) {
        return of("report", path, HtmlReport::page);
    }

    /**
     * The JSON results, see {@link JsonReport}.
     *
     * @param path where they go
     * @return not written yet
     */
    public static ResultFile json(Path path) {
        return of("results", path, JsonReport::text);
    }

    /**
     * The objectives as JUnit XML: a test suite, with a test case for each objective in each world.
     *
     * @param path where it goes
     * @param worlds those that are asked for; one that doesn't get to run is a skipped test
     * @return not written yet
     */
    public static ResultFile junit(Path path, Set<World> worlds) {
        List<World> asked = List.copyOf(worlds);
        return of("JUnit XML", path, result -> JunitXml.text(result, asked));
    }

    /**
     * A summary in GitHub's Markdown, with the topology in Mermaid.
     *
     * @param path where it goes
     * @return not written yet
     */
    public static ResultFile markdown(Path path) {
        return of("Markdown summary", path, Markdown::text);
    }

    /**
     * The latencies of all intervals in HdrHistogram's log format, tagged with their world.
     *
     * @param path where it goes
     * @return not written yet
     */
    public static ResultFile histogramLog(Path path) {
        return of("histogram log", path, HdrFiles::log);
    }

    /**
     * The latencies' percentile distributions, as HdrHistogram's plotters read them: one file a world. A run in one world
     * writes the file that is named; of several, each puts its name before the ending: {@code ask.live.hgrm}.
     *
     * @param path where they go
     * @param worlds those that are asked for
     * @return one for each world, not written yet; a world that doesn't get to run leaves its file alone
     */
    public static List<ResultFile> percentiles(Path path, Set<World> worlds) {
        List<ResultFile> files = new ArrayList<>();
        for (World world : worlds) {
            Path named = worlds.size() == 1 ? path : HdrFiles.named(path, world);
            files.add(new ResultFile("percentile distribution", named, result -> HdrFiles.percentiles(result, world)));
        }
        return files;
    }

    /**
     * Where it goes.
     *
     * @return as given
     */
    public Path path() {
        return path;
    }

    /**
     * Finds out whether it could be written. Leaves no file.
     *
     * @throws ReportException it could not be
     */
    public void check() {
        WholeFile.check(what, path);
    }

    /**
     * Writes it.
     *
     * @param result what to write
     * @throws ReportException it could not be written; what was there before still is
     */
    public void write(RunResult result) {
        content.apply(result)
                .ifPresent(
                        text -> WholeFile.write(what, path, out -> out.write(text.getBytes(StandardCharsets.UTF_8))));
    }
}

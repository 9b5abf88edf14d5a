package dev.chokepoint.cli;

import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.report.EventLog;
import dev.chokepoint.report.ResultFile;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** In which forms, besides the report and JSON, other tools get what a run gives. */
final class FormOptions {
    @Option(
            names = "--events",
            paramLabel = "FILE",
            description =
                    "what happens, while it happens, one JSON object a line; - for standard output instead of the text")
    private String events;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "the objectives as JUnit XML, one test case for each objective and world")
    private Path junit;

    @Option(
            names = "--markdown",
            paramLabel = "FILE",
            description = "a summary for a pull request, with the topology in Mermaid")
    private Path markdown;

    @Option(
            names = "--hlog",
            paramLabel = "FILE",
            description = "latencies interval by interval, in HdrHistogram's log format")
    private Path hlog;

    @Option(
            names = "--hgrm",
            paramLabel = "FILE",
            description = "latencies by percentile in ms, for HdrHistogram's plotters; of several worlds each puts its"
                    + " name before the ending, such as ask.live.hgrm")
    private Path hgrm;

    @Mixin
    private MetricsOption metrics;

    MetricsOption metrics() {
        return metrics;
    }

    boolean eventsOnStandardOutput() {
        return RunOptions.STANDARD_OUTPUT.equals(events);
    }

    /** The file that events go to while the run goes on. */
    Optional<Path> eventsFile() {
        return Optional.ofNullable(events)
                .filter(_ -> !eventsOnStandardOutput())
                .map(Path::of);
    }

    /** Straight to the descriptor: a print stream would not say that its reader is gone. */
    Optional<EventLog> openEvents() {
        return eventsOnStandardOutput()
                ? Optional.of(EventLog.to(new FileOutputStream(FileDescriptor.out)))
                : eventsFile().map(EventLog::to);
    }

    /** Those that are written when the run is over. */
    List<ResultFile> files(Set<World> worlds) {
        List<ResultFile> files = new ArrayList<>();
        Optional.ofNullable(junit).ifPresent(path -> files.add(ResultFile.junit(path, worlds)));
        Optional.ofNullable(markdown).ifPresent(path -> files.add(ResultFile.markdown(path)));
        Optional.ofNullable(hlog).ifPresent(path -> files.add(ResultFile.histogramLog(path)));
        Optional.ofNullable(hgrm).ifPresent(path -> files.addAll(ResultFile.percentiles(path, worlds)));
        return files;
    }
}

package dev.chokepoint.cli;

import dev.chokepoint.report.TextFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What a command gives out, for people and for programs. */
final class JsonOptions {
    /** Standard output instead of a file. */
    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = "--json",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = STANDARD_OUTPUT,
            description = "machine-readable results, to a file (--json=FILE) or to standard output instead of the text")
    private String json;

    @Option(
            names = {"-q", "--quiet"},
            description = "no progress and no text, only errors and what was asked for")
    private boolean quiet;

    boolean quiet() {
        return quiet;
    }

    /** Whether the results are printed as text: not when standard output carries JSON. */
    boolean printsText() {
        return !quiet && !STANDARD_OUTPUT.equals(json);
    }

    /** Gives out the JSON where it was asked for. */
    void json(String text) {
        if (STANDARD_OUTPUT.equals(json)) {
            System.out.print(text);
        } else if (json != null) {
            TextFile.write("results", Path.of(json), text);
        }
    }
}

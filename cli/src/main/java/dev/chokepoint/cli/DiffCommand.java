package dev.chokepoint.cli;

import dev.chokepoint.lab.difference.Differ;
import dev.chokepoint.lab.difference.IncomparableException;
import dev.chokepoint.lab.difference.Noise;
import dev.chokepoint.lab.difference.RunDifference;
import dev.chokepoint.lab.difference.SavedRun;
import dev.chokepoint.report.DiffReport;
import dev.chokepoint.report.SavedResults;
import dev.chokepoint.report.TerminalReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chokepoint diff}: what changed since. */
@Command(
        name = "diff",
        header = "Compares the results of two runs: what changed beyond the noise, and which chokepoint moved.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Results are what run, simulate and live write with --json=FILE. Exit status: 0 nothing got worse, 1 a figure got"
                    + " worse beyond the noise or an objective is newly missed, 2 the files can't be compared.",
            "",
            "Example: @|bold chokepoint diff before.json after.json|@",
            "Several live runs a side, for an interval:",
            "         @|bold chokepoint diff --before a1.json a2.json a3.json --after b1.json b2.json b3.json|@"
        })
final class DiffCommand implements Callable<Integer> {
    @Parameters(arity = "0..2", paramLabel = "BEFORE AFTER", description = "two results files")
    private List<Path> pair = new ArrayList<>();

    @Option(names = "--before", arity = "1..*", paramLabel = "FILE", description = "results files of the runs before")
    private List<Path> before = new ArrayList<>();

    @Option(names = "--after", arity = "1..*", paramLabel = "FILE", description = "results files of the runs after")
    private List<Path> after = new ArrayList<>();

    @Option(
            names = "--band",
            paramLabel = "PERCENT",
            defaultValue = "20%",
            converter = BandConverter.class,
            description = "what is noise where there is one run a side and so no interval (default: ${DEFAULT-VALUE})")
    private Noise noise;

    @Mixin
    private JsonOptions output;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "write an HTML report with the runs drawn over each other")
    private Path report;

    @Override
    public Integer call() {
        checkSides();
        RunDifference difference = difference();
        if (report != null) {
            DiffReport.write(difference, report);
        }
        if (output.printsText()) {
            DiffReport.print(difference, System.out, Screen.columns(), Screen.colour());
            if (report != null) {
                System.out.println(TerminalReport.written(report));
            }
        }
        output.json(DiffReport.json(difference));
        System.out.flush();
        return difference.regressed() ? Exit.OBJECTIVE_MISSED : Exit.DONE;
    }

    private void checkSides() {
        boolean two = pair.size() == 2 && before.isEmpty() && after.isEmpty();
        boolean named = pair.isEmpty() && !before.isEmpty() && !after.isEmpty();
        if (!two && !named) {
            throw new UsageException("diff needs two sides: chokepoint diff BEFORE.json AFTER.json, or chokepoint diff"
                    + " --before FILE... --after FILE...");
        }
        if (two) {
            before = List.of(pair.getFirst());
            after = List.of(pair.getLast());
        }
    }

    private RunDifference difference() {
        try {
            return Differ.of(read(before), read(after), noise);
        } catch (IncomparableException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static List<SavedRun> read(List<Path> files) {
        return files.stream().map(SavedResults::read).toList();
    }
}

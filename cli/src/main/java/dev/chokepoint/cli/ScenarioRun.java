package dev.chokepoint.cli;

import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.Lab;
import dev.chokepoint.lab.run.PacketCapture;
import dev.chokepoint.lab.run.ReplicationPlan;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.lab.run.Watching;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.report.CaptureFile;
import dev.chokepoint.report.JsonReport;
import dev.chokepoint.report.Progress;
import dev.chokepoint.report.ResultFile;
import dev.chokepoint.report.TerminalReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a scenario, runs it, and gives out the results in every form that was asked for. */
record ScenarioRun(
        RunOptions options, FormOptions forms, Set<World> worlds, ReplicationPlan plan, Optional<Path> pcap) {
    ScenarioRun(RunOptions options, FormOptions forms, Set<World> worlds, ReplicationPlan plan) {
        this(options, forms, worlds, plan, Optional.empty());
    }

    /** What was run, and where it is told. */
    private record Run(
            Scenario scenario, ScenarioSource source, List<ResultFile> files, Telling telling, Interrupt interrupt) {}

    /** How it ended. */
    private record Ended(RunResult result, int status) {}

    int run() {
        ScenarioSource source = options.source();
        Scenario scenario = source.read();
        requireOneOnStandardOutput();
        List<ResultFile> files = files(scenario);
        requireDistinct(files);
        files.forEach(ResultFile::check);
        try (Interrupt interrupt = Interrupt.install();
                Telling telling =
                        Telling.open(forms, scenario, options.scenario().toString(), worlds)) {
            return told(new Run(scenario, source, files, telling, interrupt));
        }
    }

    /** The report first. */
    private List<ResultFile> files(Scenario scenario) {
        List<ResultFile> files = new ArrayList<>();
        files.add(ResultFile.html(options.report(scenario.name())));
        options.json()
                .filter(target -> !target.equals(RunOptions.STANDARD_OUTPUT))
                .ifPresent(target -> files.add(ResultFile.json(Path.of(target))));
        files.addAll(forms.files(worlds));
        return files;
    }

    private void requireOneOnStandardOutput() {
        if (jsonOnStandardOutput() && forms.eventsOnStandardOutput()) {
            throw new UsageException("--json and --events both go to standard output: give one of them a file,"
                    + " such as --json=results.json");
        }
    }

    private boolean jsonOnStandardOutput() {
        return options.json().filter(RunOptions.STANDARD_OUTPUT::equals).isPresent();
    }

    private boolean printsText() {
        return options.printsText() && !forms.eventsOnStandardOutput();
    }

    private void requireDistinct(List<ResultFile> files) {
        List<Path> taken = new ArrayList<>(List.of(options.scenario()));
        files.forEach(file -> taken.add(file.path()));
        forms.eventsFile().ifPresent(taken::add);
        pcap.ifPresent(taken::add);
        Outputs.requireDistinct(taken);
    }

    /** Whatever happens, the last event says how it ended. */
    private int told(Run run) {
        try {
            Ended ended = pcap.isPresent() ? captured(run) : given(measure(run, Optional.empty()), run);
            int status = run.interrupt().asked() ? Exit.INTERRUPTED : ended.status();
            run.telling().finish(status, Optional.of(ended.result()), Optional.empty());
            return ended.status();
        } catch (RuntimeException e) {
            run.telling().finish(Failures.status(e), Optional.empty(), Optional.of(Failures.text(e)));
            throw e;
        }
    }

    private Ended captured(Run run) {
        requirePackets(run.scenario());
        try (CaptureFile file = CaptureFile.open(pcap.orElseThrow())) {
            PacketCapture capture = new PacketCapture(file.out());
            RunResult result = measure(run, Optional.of(capture));
            Ended ended = given(result, run);
            file.keep(capture.written());
            if (printsText()) {
                System.out.println(file.line(capture.written()));
            }
            return ended;
        }
    }

    private void requirePackets(Scenario scenario) {
        if (!scenario.transport().hasPackets()) {
            throw new UsageException(
                    "--pcap: " + options.scenario() + " has transport: ideal, whose streams are not made"
                            + " of packets. Write transport: tcp into it, or transport: udp.");
        }
    }

    private RunResult measure(Run run, Optional<PacketCapture> capture) {
        Progress progress = Progress.on(System.err, !options.quiet() && Screen.isTerminal());
        try {
            Watching watching = new Watching(
                    options.connection(run.scenario()), capture, run.telling().listener());
            return Lab.run(
                    run.scenario(), run.source(), worlds, plan, watching, new Watched(progress, run.interrupt()));
        } finally {
            progress.close(); // leaves standard error open
        }
    }

    /** What was measured is printed first: it is not lost when a file can't be written. */
    private Ended given(RunResult result, Run run) {
        if (printsText()) {
            TerminalReport.print(result, System.out, Screen.columns(), Screen.colour());
        }
        if (jsonOnStandardOutput()) {
            JsonReport.write(result, System.out);
        }
        System.out.flush();
        Outputs.write(run.files(), result);
        if (printsText()) {
            System.out.println(TerminalReport.written(run.files().getFirst().path()));
            System.out.flush();
        }
        return new Ended(result, status(result));
    }

    private static int status(RunResult result) {
        if (result.worlds().stream().anyMatch(world -> world.voided().isPresent())) {
            return Exit.FAILED;
        }
        return result.verdicts().stream().allMatch(RunResult.Verdict::met) ? Exit.DONE : Exit.OBJECTIVE_MISSED;
    }
}

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
import dev.chokepoint.report.HtmlReport;
import dev.chokepoint.report.JsonReport;
import dev.chokepoint.report.Progress;
import dev.chokepoint.report.TerminalReport;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Reads a scenario, runs it, and gives out the results in every form that was asked for. */
record ScenarioRun(RunOptions options, Set<World> worlds, ReplicationPlan plan, Optional<Path> pcap) {
    ScenarioRun(RunOptions options, Set<World> worlds, ReplicationPlan plan) {
        this(options, worlds, plan, Optional.empty());
    }

    int run() {
        ScenarioSource text = options.source();
        Scenario scenario = text.read();
        Path reportFile = options.report(scenario.name());
        HtmlReport.checkWritable(reportFile);
        try (Interrupt interrupt = Interrupt.install()) {
            return pcap.isPresent()
                    ? captured(scenario, text, reportFile, interrupt)
                    : given(measure(scenario, text, Optional.empty(), interrupt), reportFile);
        }
    }

    private int captured(Scenario scenario, ScenarioSource text, Path reportFile, Interrupt interrupt) {
        requirePackets(scenario);
        try (CaptureFile file = CaptureFile.open(pcap.orElseThrow())) {
            PacketCapture capture = new PacketCapture(file.out());
            RunResult result = measure(scenario, text, Optional.of(capture), interrupt);
            int status = given(result, reportFile);
            file.keep(capture.written());
            if (options.printsText()) {
                System.out.println(file.line(capture.written()));
            }
            return status;
        }
    }

    private void requirePackets(Scenario scenario) {
        if (!scenario.transport().hasPackets()) {
            throw new UsageException(
                    "--pcap: " + options.scenario() + " has transport: ideal, whose streams are not made"
                            + " of packets. Write transport: tcp into it, or transport: udp.");
        }
    }

    private int given(RunResult result, Path reportFile) {
        give(result, reportFile);
        return status(result);
    }

    private RunResult measure(
            Scenario scenario, ScenarioSource text, Optional<PacketCapture> capture, Interrupt interrupt) {
        Progress progress = Progress.on(System.err, !options.quiet() && Screen.isTerminal());
        try {
            Watching watching = new Watching(options.connection(scenario), capture);
            return Lab.run(scenario, text, worlds, plan, watching, new Watched(progress, interrupt));
        } finally {
            progress.close(); // leaves standard error open
        }
    }

    private void give(RunResult result, Path reportFile) {
        HtmlReport.write(result, reportFile);
        if (options.printsText()) {
            TerminalReport.print(result, System.out, Screen.columns(), Screen.colour());
            System.out.println(TerminalReport.written(reportFile));
        }
        options.json().ifPresent(target -> {
            if (target.equals(RunOptions.STANDARD_OUTPUT)) {
                JsonReport.write(result, System.out);
            } else {
                JsonReport.write(result, Path.of(target));
            }
        });
        System.out.flush();
    }

    private static int status(RunResult result) {
        if (result.worlds().stream().anyMatch(world -> world.voided().isPresent())) {
            return Exit.FAILED;
        }
        return result.verdicts().stream().allMatch(RunResult.Verdict::met) ? Exit.DONE : Exit.OBJECTIVE_MISSED;
    }
}

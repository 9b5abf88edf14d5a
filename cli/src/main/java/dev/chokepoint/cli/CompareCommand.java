package dev.chokepoint.cli;

import dev.chokepoint.lab.compare.Compared;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.ScenarioText;
import dev.chokepoint.lab.scenario.Variants;
import dev.chokepoint.lab.scenario.Variation;
import dev.chokepoint.report.CompareReport;
import dev.chokepoint.report.HtmlReport;
import dev.chokepoint.report.Progress;
import dev.chokepoint.report.TerminalReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chokepoint compare}: one scenario in variants. */
@Command(
        name = "compare",
        header =
                "Runs a scenario over real sockets in the variants that its compare: key names, and sets them side by side.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Real sockets only: the simulator knows event loops and charges what the scenario's costs say.",
            "",
            "Example: @|bold chokepoint compare examples/io-models.yaml|@"
        })
final class CompareCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SCENARIO", description = "a scenario file with the key compare")
    private Path file;

    @Option(names = "--seed", paramLabel = "N", description = "the random seed, instead of the scenario's own")
    private Long seed;

    @Mixin
    private JsonOptions output;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "where the HTML report goes (default: NAME-compare.html in this folder)")
    private Path report;

    @Override
    public Integer call() {
        ScenarioSource source = new ScenarioSource(
                ScenarioText.of(file), seed == null ? Variation.NONE : Variation.NONE.withSeed(seed));
        Scenario scenario = source.read();
        if (scenario.compare().equals(Variants.NONE)) {
            throw new UsageException(file + " has no key compare, so there is nothing to vary: add compare: {io:"
                    + " [event-loop, virtual], clients: [1, 50]}");
        }
        Path page = report == null ? Path.of(scenario.name() + "-compare.html") : report;
        HtmlReport.checkWritable(page);
        try (Interrupt interrupt = Interrupt.install()) {
            Compared compared = measure(scenario, source, interrupt);
            give(compared, page);
            return compared.clients().stream()
                            .anyMatch(clients -> compared.most(clients).isPresent())
                    ? Exit.DONE
                    : Exit.FAILED;
        }
    }

    private Compared measure(Scenario scenario, ScenarioSource source, Interrupt interrupt) {
        Progress progress = Progress.on(System.err, !output.quiet() && Screen.isTerminal());
        try {
            return Compared.of(scenario, source, new Watched(progress, interrupt));
        } finally {
            progress.close(); // leaves standard error open
        }
    }

    private void give(Compared compared, Path page) {
        CompareReport.write(compared, page);
        if (output.printsText()) {
            CompareReport.print(compared, System.out, Screen.columns(), Screen.colour());
            System.out.println(TerminalReport.written(page));
        }
        output.json(CompareReport.json(compared));
        System.out.flush();
    }
}

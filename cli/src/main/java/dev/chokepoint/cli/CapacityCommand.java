package dev.chokepoint.cli;

import dev.chokepoint.lab.capacity.CapacityPlan;
import dev.chokepoint.lab.capacity.CapacityResult;
import dev.chokepoint.lab.capacity.CapacitySearch;
import dev.chokepoint.lab.capacity.LoadPoint;
import dev.chokepoint.lab.capacity.Outcome;
import dev.chokepoint.lab.capacity.WorldCapacity;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.ScenarioText;
import dev.chokepoint.lab.scenario.Variation;
import dev.chokepoint.report.CapacityReport;
import dev.chokepoint.report.HtmlReport;
import dev.chokepoint.report.Progress;
import dev.chokepoint.report.TerminalReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code chokepoint capacity}: the highest load that meets the objectives. */
@Command(
        name = "capacity",
        header = "Finds the highest load that meets a scenario's objectives (slo), and draws latency against load.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: @|bold chokepoint capacity examples/ask.yaml|@",
            "Exit status: 0 the scenario's own load meets its objectives, 1 it does not, 2 bad usage or scenario,"
                    + " 3 its run failed or is void."
        })
final class CapacityCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SCENARIO", description = "a scenario file, such as examples/ask.yaml")
    private Path scenario;

    @Option(
            names = "--world",
            paramLabel = "sim|live|both",
            defaultValue = "sim",
            description = "where loads are tried: the simulator, real sockets, or one after the other"
                    + " (default: ${DEFAULT-VALUE})")
    private Where world;

    @Option(
            names = "--precision",
            paramLabel = "PERCENT",
            defaultValue = "5%",
            converter = Percent.class,
            description = "how far the lowest load that misses may lie above the highest that meets, 0.5%% to 50%%"
                    + " (default: ${DEFAULT-VALUE})")
    private double precision;

    @Option(
            names = "--live-time",
            paramLabel = "TIME",
            defaultValue = "90s",
            converter = TimeConverter.class,
            description = "no run over real sockets begins that would end later (default: ${DEFAULT-VALUE})")
    private long liveNanos;

    @Option(names = "--seed", paramLabel = "N", description = "the random seed, instead of the scenario's own")
    private Long seed;

    @Mixin
    private JsonOptions output;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "where the HTML report goes (default: NAME-capacity.html in this folder)")
    private Path report;

    /** Where loads are tried. */
    enum Where {
        SIM,
        LIVE,
        BOTH;

        List<World> worlds() {
            return switch (this) {
                case SIM -> List.of(World.SIMULATION);
                case LIVE -> List.of(World.LIVE);
                case BOTH -> List.of(World.SIMULATION, World.LIVE);
            };
        }
    }

    /** Reads a precision, as a part of 1. */
    static final class Percent implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            double part = text.endsWith("%") ? number(text.substring(0, text.length() - 1)) / 100 : Double.NaN;
            if (!(part >= CapacityPlan.FINEST && part <= CapacityPlan.COARSEST)) {
                throw new TypeConversionException(text + " is not a precision from 0.5% to 50%");
            }
            return part;
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
    }

    @Override
    public Integer call() {
        ScenarioText text = ScenarioText.of(scenario);
        ScenarioSource source = new ScenarioSource(text, seed == null ? Variation.NONE : Variation.NONE.withSeed(seed));
        Scenario read = source.read();
        Path reportFile = report == null ? Path.of(read.name() + "-capacity.html") : report;
        HtmlReport.checkWritable(reportFile);
        try (Interrupt interrupt = Interrupt.install()) {
            CapacityResult result = search(read, source, interrupt);
            give(result, reportFile);
            return status(result);
        }
    }

    private CapacityResult search(Scenario read, ScenarioSource source, Interrupt interrupt) {
        Progress progress = Progress.on(System.err, !output.quiet() && Screen.isTerminal());
        try {
            CapacityPlan plan = new CapacityPlan(world.worlds(), precision, liveNanos);
            return CapacitySearch.find(read, source, plan, new Watched(progress, interrupt));
        } finally {
            progress.close(); // leaves standard error open
        }
    }

    private void give(CapacityResult result, Path reportFile) {
        CapacityReport.write(result, reportFile);
        if (output.printsText()) {
            CapacityReport.print(result, System.out, Screen.columns(), Screen.colour());
            System.out.println(TerminalReport.written(reportFile));
        }
        output.json(CapacityReport.json(result));
        System.out.flush();
    }

    /** What became of the scenario's own load; undecided is not met. */
    private static int status(CapacityResult result) {
        List<Optional<Outcome>> own = result.worlds().stream()
                .map(WorldCapacity::own)
                .map(point -> point.map(LoadPoint::outcome))
                .toList();
        if (own.isEmpty() || own.stream().anyMatch(one -> one.orElse(Outcome.VOID) == Outcome.VOID)) {
            return Exit.FAILED;
        }
        return own.stream().allMatch(one -> one.orElseThrow() == Outcome.MET) ? Exit.DONE : Exit.OBJECTIVE_MISSED;
    }
}

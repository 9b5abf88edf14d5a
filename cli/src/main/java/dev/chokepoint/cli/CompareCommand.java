package dev.chokepoint.cli;

import dev.chokepoint.lab.compare.Compared;
import dev.chokepoint.lab.models.ModelPlan;
import dev.chokepoint.lab.models.ModelPlan.Method;
import dev.chokepoint.lab.models.ModelsCompared;
import dev.chokepoint.lab.run.ReplicationPlan;
import dev.chokepoint.lab.run.RunProgress;
import dev.chokepoint.lab.scenario.Model;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.ScenarioText;
import dev.chokepoint.lab.scenario.Variation;
import dev.chokepoint.report.CompareReport;
import dev.chokepoint.report.HtmlReport;
import dev.chokepoint.report.ModelReport;
import dev.chokepoint.report.Progress;
import dev.chokepoint.report.TerminalReport;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chokepoint compare}: one scenario in several centralization models, or in the variants that it names. */
@Command(
        name = "compare",
        header =
                "Runs a scenario in several centralization models, or in the I/O models that its compare: key names, and sets them"
                        + " side by side.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Models: the same load over the same links, with the same random numbers; each model's figures with intervals, what one"
                    + " node's death costs, and which differences are more than chance.",
            "I/O models: real sockets only, since the simulator knows event loops and charges what the scenario's costs say.",
            "",
            "Example: @|bold chokepoint compare examples/ask.yaml --clients 50,100,200|@",
            "Exit status: 0 done, 1 no model meets the scenario's objectives, 2 bad usage or scenario, 3 nothing could be measured."
        })
final class CompareCommand implements Callable<Integer> {
    private static final int CLIENTS_MOST = 1_000_000;

    @Parameters(paramLabel = "SCENARIO", description = "a scenario file, such as examples/ask.yaml")
    private Path file;

    @Option(
            names = "--models",
            paramLabel = "MODEL",
            split = ",",
            description =
                    "centralization models, such as central,replicated (default: those of the scenario's compare: key, else all"
                            + " that its app has)")
    private List<Model> models;

    @Option(
            names = "--clients",
            paramLabel = "N",
            split = ",",
            description =
                    "numbers of clients, each as busy as the scenario's (default: those of its compare: key, else its own)")
    private List<Integer> clients;

    @Option(
            names = "--world",
            paramLabel = "sim|live|both",
            defaultValue = "sim",
            description = "where models are compared: the simulator, real sockets, or one after the other"
                    + " (default: ${DEFAULT-VALUE})")
    private CapacityCommand.Where world;

    @Option(
            names = "--capacity",
            paramLabel = "bound|search",
            defaultValue = "bound",
            description =
                    "a model's capacity: what its chokepoint's demand leaves room for, or the search for the highest load that"
                            + " meets the objectives, at the first number of clients (default: ${DEFAULT-VALUE})")
    private Method capacity;

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = "simulate each model N times (default: 10, fewer of a long scenario, at least 3)")
    private Integer replications;

    @Option(names = "--seed", paramLabel = "N", description = "the random seed, instead of the scenario's own")
    private Long seed;

    @Mixin
    private JsonOptions output;

    @Option(names = "--markdown", paramLabel = "FILE", description = "the models as Markdown, for a pull request")
    private Path markdown;

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
        Path page = report == null ? Path.of(scenario.name() + "-compare.html") : report;
        HtmlReport.checkWritable(page);
        boolean ofIo = models == null && !scenario.compare().io().isEmpty();
        return ofIo ? compareIo(scenario, source, page) : compareModels(scenario, source, page);
    }

    private int compareModels(Scenario scenario, ScenarioSource source, Path page) {
        ModelPlan plan = plan(scenario);
        try (Interrupt interrupt = Interrupt.install()) {
            ModelsCompared compared =
                    watched(interrupt, progress -> ModelsCompared.of(scenario, source, plan, progress));
            ModelReport.write(compared, page);
            if (markdown != null) {
                ModelReport.markdown(compared, markdown);
            }
            if (output.printsText()) {
                ModelReport.print(compared, System.out, Screen.columns(), Screen.colour());
                System.out.println(TerminalReport.written(page));
            }
            output.json(ModelReport.json(compared));
            System.out.flush();
            return !compared.measured() ? Exit.FAILED : compared.someMet() ? Exit.DONE : Exit.OBJECTIVE_MISSED;
        }
    }

    private ModelPlan plan(Scenario scenario) {
        if (replications != null && (replications < 1 || replications > ReplicationPlan.MOST)) {
            throw new UsageException("--replications is " + replications + ": 1 to " + ReplicationPlan.MOST);
        }
        return new ModelPlan(
                world.worlds(),
                models == null ? ModelPlan.models(scenario) : distinct("--models", models),
                clients == null ? ModelPlan.clients(scenario) : counts(scenario),
                replications == null ? OptionalInt.empty() : OptionalInt.of(replications),
                capacity);
    }

    private List<Integer> counts(Scenario scenario) {
        if (scenario.clients().size() > 1) {
            throw new UsageException("--clients varies the number of clients of one group, and " + file + " has "
                    + scenario.clients().size() + " groups: leave one, or leave out --clients");
        }
        for (int count : clients) {
            if (count < 1 || count > CLIENTS_MOST) {
                throw new UsageException("--clients has " + count + ": 1 to " + CLIENTS_MOST + " are allowed");
            }
        }
        return distinct("--clients", clients);
    }

    private static <T> List<T> distinct(String option, List<T> items) {
        LinkedHashSet<T> once = new LinkedHashSet<>(items);
        if (once.size() < items.size()) {
            throw new UsageException(option + " names something twice: name each once");
        }
        return List.copyOf(once);
    }

    private int compareIo(Scenario scenario, ScenarioSource source, Path page) {
        if (markdown != null || clients != null) {
            throw new UsageException(file + " compares I/O models: " + (markdown != null ? "--markdown" : "--clients")
                    + " is for centralization models; add --models, or leave it out");
        }
        try (Interrupt interrupt = Interrupt.install()) {
            Compared compared = watched(interrupt, progress -> Compared.of(scenario, source, progress));
            CompareReport.write(compared, page);
            if (output.printsText()) {
                CompareReport.print(compared, System.out, Screen.columns(), Screen.colour());
                System.out.println(TerminalReport.written(page));
            }
            output.json(CompareReport.json(compared));
            System.out.flush();
            return compared.clients().stream()
                            .anyMatch(count -> compared.most(count).isPresent())
                    ? Exit.DONE
                    : Exit.FAILED;
        }
    }

    private <T> T watched(Interrupt interrupt, Function<RunProgress, T> work) {
        Progress progress = Progress.on(System.err, !output.quiet() && Screen.isTerminal());
        try {
            return work.apply(new Watched(progress, interrupt));
        } finally {
            progress.close(); // leaves standard error open
        }
    }
}

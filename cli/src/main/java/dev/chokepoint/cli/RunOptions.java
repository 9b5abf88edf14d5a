package dev.chokepoint.cli;

import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.ScenarioText;
import dev.chokepoint.lab.scenario.Variation;
import dev.chokepoint.live.IoModel;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command that runs a scenario understands. */
final class RunOptions {
    /** Standard output instead of a file. */
    static final String STANDARD_OUTPUT = "-";

    @Parameters(paramLabel = "SCENARIO", description = "a scenario file, such as examples/ask.yaml")
    private Path scenario;

    @Option(names = "--seed", paramLabel = "N", description = "the random seed, instead of the scenario's own")
    private Long seed;

    @Option(
            names = "--io",
            paramLabel = "MODEL",
            converter = IoModels.class,
            completionCandidates = IoModels.Words.class,
            description = "over real sockets, " + IoModels.DESCRIPTION + "; instead of the scenario's own")
    private IoModel io;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = STANDARD_OUTPUT,
            description = "machine-readable results, to a file or to standard output instead of the text")
    private String json;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "where the HTML report goes (default: NAME-report.html in this folder)")
    private Path report;

    @Option(
            names = "--trace-connection",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "with transport: tcp, the connection that the report follows in the simulation: the N-th client's,"
                            + " counted through all groups (default: ${DEFAULT-VALUE})")
    private int connection;

    @Option(
            names = {"-q", "--quiet"},
            description = "no progress and no text, only errors and what was asked for")
    private boolean quiet;

    Path scenario() {
        return scenario;
    }

    /** The scenario's text, and what the options change of it. */
    ScenarioSource source() {
        ScenarioText text = ScenarioText.of(scenario);
        Variation seeded = seed == null ? Variation.NONE : Variation.NONE.withSeed(seed);
        return new ScenarioSource(text, io == null ? seeded : seeded.withIo(io));
    }

    Optional<String> json() {
        return Optional.ofNullable(json);
    }

    Path report(String scenarioName) {
        return report == null ? Path.of(scenarioName + "-report.html") : report;
    }

    /** The followed connection; there is one for each client. */
    int connection(Scenario scenario) {
        int clients = scenario.clients().stream().mapToInt(ClientGroup::count).sum();
        if (connection < 1 || connection > clients) {
            throw new UsageException("--trace-connection is " + connection
                    + ": this scenario's clients have connections 1 to " + clients);
        }
        return connection;
    }

    boolean quiet() {
        return quiet;
    }

    /** Whether the results are printed as text: not when standard output carries JSON. */
    boolean printsText() {
        return !quiet && !STANDARD_OUTPUT.equals(json);
    }
}

package dev.chokepoint.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code chokepoint} command: the root that the other commands hang on. */
@Command(
        name = "chokepoint",
        header = "Finds where a client-server system breaks, over real sockets and in a simulator.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            SimulateCommand.class,
            LiveCommand.class,
            CalibrateCommand.class,
            CapacityCommand.class,
            InitCommand.class,
            CompareCommand.class,
            DiffCommand.class,
            ServeCommand.class,
            AskCommand.class,
            ChatCommand.class,
            ExamplesCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Start here:  @|bold chokepoint run examples/ask.yaml|@",
            "Exit status: 0 done, 1 an objective was missed, 2 bad usage or scenario, 3 the run failed or is void."
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    private Main() {}

    /**
     * Runs one command and exits with its status.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command line, ready to execute. */
    static CommandLine commandLine() {
        CommandLine root = new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures());
        giveVersion(root);
        return root;
    }

    /** Each command has a {@code --version}, which picocli doesn't pass down. */
    private static void giveVersion(CommandLine command) {
        command.getCommandSpec().versionProvider(new Version());
        command.getSubcommands().values().forEach(Main::giveVersion);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}

package dev.chokepoint.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chokepoint completion}: a script for bash and zsh. */
@Command(
        name = "completion",
        header = "Prints a completion script for bash and zsh.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: @|bold source <(chokepoint completion)|@"})
final class CompletionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine()
                .getOut()
                .print(AutoComplete.bash("chokepoint", spec.root().commandLine()));
        spec.commandLine().getOut().flush();
    }
}

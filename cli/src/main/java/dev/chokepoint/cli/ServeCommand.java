package dev.chokepoint.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chokepoint serve}: real servers to talk to. */
@Command(
        name = "serve",
        header = "Starts one of the built-in servers on real sockets, until Ctrl-C.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ServeAskCommand.class,
            ServeChatCommand.class,
            ServeEchoCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {"", "Example: @|bold chokepoint serve ask --listen 127.0.0.1:8080|@"})
final class ServeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a server: ask, chat or echo.");
    }
}

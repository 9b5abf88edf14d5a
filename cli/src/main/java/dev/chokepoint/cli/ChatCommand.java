package dev.chokepoint.cli;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.live.LiveWorld;
import dev.chokepoint.live.Transport;
import dev.chokepoint.programs.chat.client.ChatClient;
import dev.chokepoint.programs.chat.client.ChatClientConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chokepoint chat}: an IRC client for one human, or for a script. */
@Command(
        name = "chat",
        header = "Talks on an IRC server: yours, or any other.",
        description = {
            "On a terminal: type to talk, /help shows the commands, TAB completes names, Ctrl-D leaves.",
            "In a pipe: says each line of its input once it is in the channels, prints what comes, and leaves at its end."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: @|bold chokepoint chat alice@localhost:6667 '#room'|@",
            "Script:  @|bold echo built | chokepoint chat robot@localhost:6667 '#room'|@"
        })
final class ChatCommand implements Callable<Integer> {
    private static final int PLAIN_PORT = 6667;
    private static final int TLS_PORT = 6697;
    private static final long LOOK_NANOS = 20_000_000;

    @Parameters(
            index = "0",
            paramLabel = "NICK@HOST[:PORT]",
            description = "who you are, and the server; the port is 6667 if you don't say, or 6697 with TLS")
    private String server;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "'#CHANNEL'",
            description = "where to go at once; quote the #")
    private List<String> channels = List.of();

    @Mixin
    private TrustOptions trust;

    @Option(
            names = "--password",
            paramLabel = "FILE",
            description = "the server's password is on this file's first line")
    private Path password;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ChatClientConfig config = config();
        boolean terminal = Screen.isTerminal();
        try (Interrupt interrupt = Interrupt.install();
                ChatWindow window = terminal
                        ? ChatTerminal.open()
                        : new ChatPipe(spec.commandLine().getOut());
                LiveWorld world = new LiveWorld(1, Transport.best(), Observer.NONE)) {
            ChatClient client = new ChatClient(config, window);
            world.add(new HostSpec(
                    "chat", List.of(Address.inet("0.0.0.0", 0), Address.inet("::", 0)), HostSpec.UNLIMITED, 1));
            world.start("chat", () -> client);
            window.readFor(client);
            while (!window.isOver()) {
                if (interrupt.asked()) {
                    client.hangUp();
                }
                world.run(LOOK_NANOS);
            }
            return window.isFailed() ? Exit.FAILED : Exit.DONE;
        }
    }

    private Optional<String> password() {
        if (password == null) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(password)) {
            return lines.findFirst();
        } catch (IOException | UncheckedIOException e) {
            throw new UsageException("--password " + password + ": can't be read: " + e.getMessage());
        }
    }

    private ChatClientConfig config() {
        ChatAddress to = ChatAddress.parse(server);
        int port = to.port() > 0 ? to.port() : trust.isOn() ? TLS_PORT : PLAIN_PORT;
        try {
            return new ChatClientConfig(to.host(), port, to.nick(), password(), channels, trust.client(to.host()));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }
}

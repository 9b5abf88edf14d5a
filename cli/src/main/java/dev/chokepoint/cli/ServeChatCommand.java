package dev.chokepoint.cli;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Tls;
import dev.chokepoint.live.IoModel;
import dev.chokepoint.programs.chat.Chat;
import dev.chokepoint.programs.chat.ChatServer;
import dev.chokepoint.programs.chat.ChatServerConfig;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chokepoint serve chat}: IRC. */
@Command(
        name = "chat",
        header = "A chat server that every IRC client can talk to (RFC 2812, IRCv3).",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: @|bold chokepoint serve chat --listen 127.0.0.1:6667|@",
            "Then:    @|bold irssi -c 127.0.0.1 -p 6667|@, or weechat, HexChat, any other, or ours:",
            "         @|bold chokepoint chat you@127.0.0.1:6667 '#room'|@",
            "",
            "With a file (docs/reference/chat-server.md): @|bold chokepoint serve chat --config chat-server.yaml|@"
        })
final class ServeChatCommand implements Callable<Integer> {
    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1:6667",
            converter = AddressConverter.class,
            description = "such as 127.0.0.1:6667, [::1]:6667 or unix:/tmp/chat.sock; may be given several times;"
                    + " port 0 picks one (default: ${DEFAULT-VALUE})")
    private List<Address> listen;

    @Mixin
    private ServeTlsOptions tls;

    @Mixin
    private ServeNetworkOptions network;

    @Mixin
    private ChatServerOptions options;

    @Option(
            names = "--io",
            paramLabel = "MODEL",
            defaultValue = "event-loop",
            converter = IoModels.class,
            completionCandidates = IoModels.Words.class,
            description = IoModels.DESCRIPTION + " (default: ${DEFAULT-VALUE})")
    private IoModel io;

    @Mixin
    private MetricsOption metrics;

    @Option(
            names = "--hash-password",
            description = "ask for a password, print the hash that stands for it in a configuration, and end")
    private boolean hashPassword;

    @Override
    public Integer call() {
        if (hashPassword) {
            System.out.println(PasswordFile.ask());
            return Exit.DONE;
        }
        options.readPasswords();
        network.check();
        ChatServerConfig config = options.config(listen);
        Optional<Tls.Server> identity = tls.identity(config.name());
        return Serving.serve(
                new Serving.Place(listen, 1, io, metrics),
                "chat",
                announce -> new ChatServer(config, bound -> bound.forEach(announce), chat -> prepare(chat, identity)),
                ServeChatCommand::advice);
    }

    /** Before it listens. */
    private void prepare(Chat chat, Optional<Tls.Server> identity) {
        chat.rereadWith(() -> options.config(listen));
        network.join(chat);
        identity.ifPresent(own -> tls.listen(chat, own));
    }

    private static String advice(Address at) {
        return at instanceof Address.Inet inet
                ? "Try: irssi -c " + inet.ip().getHostAddress() + " -p " + inet.port()
                : "Try: nc -U " + at.toString().substring("unix:".length());
    }
}

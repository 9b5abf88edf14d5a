package dev.chokepoint.bench.chat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.live.LiveWorld;
import dev.chokepoint.live.Transport;
import dev.chokepoint.programs.chat.ChatServer;
import dev.chokepoint.programs.chat.ChatServerConfig;
import dev.chokepoint.programs.nats.NatsServer;
import dev.chokepoint.programs.nats.NatsServerConfig;
import java.util.List;

/** Our servers, each in a world with nothing else. */
final class ChatServers {
    private static final long FOR_EVER = Long.MAX_VALUE;

    /** The send queues that the others have, too. */
    private static final StreamOptions ROOMY = StreamOptions.DEFAULT.withSendMarks(1 << 20, 32 << 20);

    private ChatServers() {}

    /** Arguments: {@code chat} or {@code broker}, and a port. */
    public static void main(String[] args) {
        Address at = Address.inet("127.0.0.1", Integer.parseInt(args[1]));
        Program program = switch (args[0]) {
            case "chat" -> new ChatServer(ChatServerConfig.of("irc.bench", at).withStream(ROOMY));
            case "broker" -> new NatsServer(new NatsServerConfig(at, false), _ -> {});
            default -> throw new IllegalArgumentException(args[0] + ": must be chat or broker");
        };
        try (LiveWorld world = new LiveWorld(1, Transport.best(), Observer.NONE)) {
            world.add(new HostSpec("server", List.of(Address.inet("127.0.0.1", 0)), HostSpec.UNLIMITED, 1));
            world.start("server", () -> program);
            world.run(FOR_EVER);
        }
    }
}

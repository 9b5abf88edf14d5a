package dev.chokepoint.bench.chat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.live.LiveWorld;
import dev.chokepoint.live.Transport;
import dev.chokepoint.programs.nats.NatsServer;
import dev.chokepoint.programs.nats.NatsServerConfig;
import java.util.List;

/** Our servers, each in a world with nothing else. */
final class ChatServers {
    private static final long FOR_EVER = Long.MAX_VALUE;

    private ChatServers() {}

    /** Arguments: {@code broker}, and a port. */
    public static void main(String[] args) {
        Address at = Address.inet("127.0.0.1", Integer.parseInt(args[1]));
        Program program =
                switch (args[0]) {
                    case "broker" -> new NatsServer(new NatsServerConfig(at, false), _ -> {});
                    default -> throw new IllegalArgumentException(args[0] + ": must be broker");
                };
        try (LiveWorld world = new LiveWorld(1, Transport.best(), Observer.NONE)) {
            world.add(new HostSpec("server", List.of(Address.inet("127.0.0.1", 0)), HostSpec.UNLIMITED, 1));
            world.start("server", () -> program);
            world.run(FOR_EVER);
        }
    }
}

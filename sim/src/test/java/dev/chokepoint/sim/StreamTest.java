package dev.chokepoint.sim;

import static dev.chokepoint.sim.Worlds.CLIENT_HOST;
import static dev.chokepoint.sim.Worlds.MS;
import static dev.chokepoint.sim.Worlds.SERVER;
import static dev.chokepoint.sim.Worlds.latency;

import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.Link;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A server and one client, both recorded: what stream tests begin with. */
abstract class StreamTest {
    static final StreamOptions DEFAULT = StreamOptions.DEFAULT;
    static final Link.Direction SLOW = latency(10 * MS);

    Recorder client;
    Recorder server;
    Connection accepted;
    Connection connection;

    /** Starts a server and one client, both recorded, and lets 20 s pass. */
    final void run(
            SimWorld world,
            StreamOptions options,
            Function<Host, Recorder> servers,
            Function<Host, Recorder> clients,
            BiConsumer<Host, Connection> first) {
        world.start(
                "server",
                () -> host -> host.listen(SERVER, options, c -> {
                    accepted = c;
                    server = servers.apply(host);
                    return server;
                }));
        world.start("clients", () -> host -> {
            client = clients.apply(host);
            connection = host.connect(CLIENT_HOST, SERVER, options, 5, client);
            first.accept(host, connection);
        });
        world.run(20_000 * MS);
    }

    static class Echo extends Recorder {
        Echo(Host host) {
            super(host);
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            connection.send(bytes);
        }
    }

    static class Paused extends Recorder {
        private final long resumeAfterNanos;

        Paused(Host host, long resumeAfterNanos) {
            super(host);
            this.resumeAfterNanos = resumeAfterNanos;
        }

        @Override
        public void onOpen(Connection connection) {
            super.onOpen(connection);
            connection.pause();
            host.after(resumeAfterNanos, connection::resume);
        }
    }

    static class HalfClosed extends Recorder {
        HalfClosed(Host host) {
            super(host);
        }

        @Override
        public void onEnd(Connection connection) {
            log.add(host.nanoTime() + " end");
            connection.send(Payload.of("answer"));
            connection.finish();
        }
    }
}

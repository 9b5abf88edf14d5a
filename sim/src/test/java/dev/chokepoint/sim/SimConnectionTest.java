package dev.chokepoint.sim;

import static dev.chokepoint.sim.Worlds.CLIENT_HOST;
import static dev.chokepoint.sim.Worlds.MS;
import static dev.chokepoint.sim.Worlds.SERVER;
import static dev.chokepoint.sim.Worlds.latency;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.Link;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SimConnectionTest {
    private static final StreamOptions DEFAULT = StreamOptions.DEFAULT;

    private Recorder client;
    private Recorder server;
    private Connection accepted;
    private Connection connection;

    /** Starts a server with one kind of session, and one client; both are recorded. */
    private void run(
            SimWorld world,
            StreamOptions options,
            Function<Host, Recorder> servers,
            Function<Host, Recorder> clients,
            Consumer<Connection> first) {
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
            first.accept(connection);
        });
        world.run(20_000 * MS);
    }

    private static class Echo extends Recorder {
        Echo(Host host) {
            super(host);
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            connection.send(bytes);
        }
    }

    @Test
    void shouldEchoAtOnceWithoutALink() {
        run(Worlds.direct(), DEFAULT, Echo::new, Recorder::new, c -> c.send(Payload.of("hello")));

        assertThat(client.text()).isEqualTo("hello");
        assertThat(client.log).containsExactly("0 open");
        assertThat(connection.tag()).isEqualTo(5);
        assertThat(accepted.tag()).isZero();
        assertThat(accepted.remote()).isEqualTo(connection.local());
    }

    @Test
    void shouldOpenAfterARoundTripAndKeepWhatIsSentBefore() {
        Link.Direction slow = latency(10 * MS);
        run(Worlds.linked(slow, slow), DEFAULT, Recorder::new, Recorder::new, c -> {
            c.send(Payload.of("hello"));
            c.finish();
        });

        assertThat(server.log).containsExactly("10000000 open", "30000000 end", "30000000 close PeerClosed");
        assertThat(server.text()).isEqualTo("hello");
        assertThat(client.log).containsExactly("20000000 open", "40000000 end", "40000000 close LocalClosed");
    }
}

package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.StreamOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What every suite has: a stage in the world under test, with a client's and a server's host. */
@ParameterizedClass(name = "{0}")
@ArgumentsSource(Settings.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class ParitySuite {
    static final Address SERVER_IP = Address.inet("127.66.0.1", 0);
    static final Address CLIENT_IP = Address.inet("127.66.0.2", 0);
    static final StreamOptions OPTIONS = StreamOptions.DEFAULT;
    static final CloseReason LOCAL_CLOSED = new CloseReason.LocalClosed();
    static final CloseReason PEER_CLOSED = new CloseReason.PeerClosed();
    static final CloseReason RESET = new CloseReason.Reset();
    static final CloseReason REFUSED = new CloseReason.Refused();

    @Parameter
    Setting setting;

    Stage stage;

    @BeforeEach
    void openTheWorld() {
        Assumptions.assumeTrue(
                setting.kind().isAvailable(),
                () -> setting.kind() + " is not on this machine, or not asked for: CHOKEPOINT_IO_URING=1");
        stage = new Stage(setting);
        stage.host("server", SERVER_IP);
        stage.host("client", CLIENT_IP);
        stage.join("client", "server");
    }

    @AfterEach
    void closeTheWorldAndCheckItsPromises() {
        if (stage != null) {
            stage.close();
            assertThat(stage.violations())
                    .as("promises of the seam that were broken")
                    .isEmpty();
        }
    }

    /** A connection between the two hosts, open on both sides. */
    Pair connectedPair() {
        return connectedPair(OPTIONS, OPTIONS);
    }

    Pair connectedPair(StreamOptions clientOptions, StreamOptions serverOptions) {
        Actor server = stage.actor("server");
        Actor client = stage.actor("client");
        Probe atServer = new Probe();
        Probe atClient = new Probe();
        Address address = server.listen(SERVER_IP, serverOptions, _ -> atServer);
        client.connect(CLIENT_IP, address, clientOptions, 0, atClient);
        stage.await("both ends open", () -> atClient.isOpen() && atServer.isOpen());
        return new Pair(client, atClient, server, atServer);
    }

    /** Two ends of one connection, and the programs that hold them. */
    record Pair(Actor client, Probe atClient, Actor server, Probe atServer) {}
}

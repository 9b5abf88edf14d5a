package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramError;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.ListenException;
import dev.chokepoint.host.ListenException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may be where, and who hears whom. */
class DatagramAddressTest extends DatagramSuite {
    private static final Address THIRD_IP = Address.inet("127.66.0.5", 0);
    private static final Address IPV6 = Address.inet("::1", 0);

    private final DatagramProbe atServer = new DatagramProbe();
    private final DatagramProbe atClient = new DatagramProbe();

    @Test
    void shouldPickAFreePortForEachSocketThatAsksForNone() {
        Actor server = stage.actor("server");
        List<Address> ports = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ports.add(bind(server, SERVER_IP, atServer).local());
        }
        assertThat(ports)
                .doesNotHaveDuplicates()
                .allMatch(at -> at instanceof Address.Inet inet && inet.port() > 0)
                .allMatch(at -> at.toString().startsWith("127.66.0.1:"));
    }

    @Test
    void shouldNotBindWhereASocketOfItsOwnIs() {
        Socket first = bind(stage.actor("server"), SERVER_IP, atServer);

        assertThat(refusal(first.actor(), first.local())).isEqualTo(Reason.IN_USE);
        first.close();
        stage.settle();
        assertThat(bind(first.actor(), first.local(), atServer).local()).isEqualTo(first.local());
    }

    @Test
    void shouldNotBindOnAForeignAddressNorOnAPath() {
        Actor server = stage.actor("server");

        assertThat(refusal(server, CLIENT_IP)).isEqualTo(Reason.NOT_LOCAL);
        assertThat(refusal(server, new Address.UnixPath("/tmp/no-datagrams"))).isEqualTo(Reason.UNSUPPORTED);
    }

    private static Reason refusal(Actor actor, Address at) {
        return actor.ask(host -> {
            try {
                host.bind(at, DatagramOptions.DEFAULT, 0, new DatagramProbe());
            } catch (ListenException e) {
                return e.reason();
            }
            throw new AssertionError("bound " + at);
        });
    }

    /** UDP's ports are not TCP's. */
    @Test
    void shouldShareAPortNumberWithAListener() {
        Actor server = stage.actor("server");
        Address listener = server.listen(SERVER_IP, OPTIONS, _ -> new Probe());

        assertThat(bind(server, listener, atServer).local()).isEqualTo(listener);
    }

    @Test
    void shouldHearOnlyThePeerOfAConnectedSocket() {
        stage.host("third", THIRD_IP);
        stage.join("third", "client");
        Socket server = bind(stage.actor("server"), SERVER_IP, atServer);
        Socket stranger = bind(stage.actor("third"), THIRD_IP, new DatagramProbe());
        Socket client = connect(stage.actor("client"), CLIENT_IP, server.local(), atClient);

        stranger.send(client.local(), Bytes.of("you don't know me"));
        stage.settle();
        server.send(client.local(), Bytes.of("but me"));
        stage.await("the peer", () -> atClient.count() == 1);
        stage.settle();

        assertThat(atClient.heard()).extracting(DatagramProbe.Heard::from).containsExactly(server.local());
        client.actor().tell(_ -> {
            assertThat(client.datagrams().remote()).contains(server.local());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.datagrams().send(stranger.local(), Bytes.of("hello")));
        });
    }

    /** And goes on: once somebody is there, it is heard. */
    @Test
    void shouldTellAConnectedSocketThatNobodyIsThere() {
        Socket nobody = bind(stage.actor("server"), SERVER_IP, atServer);
        nobody.close();
        stage.settle();
        Socket client = connect(stage.actor("client"), CLIENT_IP, nobody.local(), atClient);

        client.send(nobody.local(), Bytes.of("hello?"));
        stage.await("the news", () -> atClient.errors().size() == 1);
        bind(nobody.actor(), nobody.local(), atServer);
        client.send(nobody.local(), Bytes.of("hello!"));
        stage.await("somebody", () -> atServer.count() == 1);
        stage.settle();

        assertThat(atClient.errors()).containsExactly(new DatagramError.PortUnreachable(nobody.local()));
    }

    @Test
    void shouldTellABoundSocketNothing() {
        Socket nobody = bind(stage.actor("server"), SERVER_IP, atServer);
        nobody.close();
        stage.settle();
        Socket client = bind(stage.actor("client"), CLIENT_IP, atClient);

        client.send(nobody.local(), Bytes.of("hello?"));
        stage.settle();
        client.send(nobody.local(), Bytes.of("hello?"));
        stage.settle();

        assertThat(atClient.errors()).isEmpty();
    }

    @Test
    void shouldSpeakIpv6() {
        stage.host("alone", IPV6);
        Actor alone = stage.actor("alone");
        Socket server = bind(alone, IPV6, atServer);
        Socket client = connect(alone, IPV6, server.local(), atClient);

        client.send(server.local(), Bytes.of("hello"));
        stage.await("hello", () -> atServer.count() == 1);
        server.send(client.local(), Bytes.of("welcome"));
        stage.await("welcome", () -> atClient.count() == 1);

        assertThat(atServer.heard().getFirst().from()).isEqualTo(client.local());
        assertThat(atClient.heard().getFirst().from()).isEqualTo(server.local());
        assertThat(client.local()).isNotEqualTo(server.local());
    }

    @Test
    void shouldNotConnectToAnotherFamily() {
        Actor client = stage.actor("client");

        client.tell(host -> assertThatExceptionOfType(ListenException.class)
                .isThrownBy(() -> host.connectDatagrams(
                        CLIENT_IP, Address.inet("::1", 9), DatagramOptions.DEFAULT, 0, atClient)));
    }
}

package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** One host that talks to itself: the loopback has one IPv6 address, and a path has no host. */
class FamiliesTest extends ParitySuite {
    private static final Address OWN_IP = Address.inet("127.66.0.4", 0);
    private static final Address IPV6 = Address.inet("::1", 0);

    @Test
    void shouldSpeakIpv4() {
        talk(OWN_IP, OWN_IP);
    }

    @Test
    void shouldSpeakIpv6() {
        talk(IPV6, IPV6);
    }

    @Test
    void shouldSpeakOverAPath() throws IOException {
        Path folder = Files.createTempDirectory("cp");
        talk(OWN_IP, new Address.UnixPath(folder.resolve("s").toString()));
        assertThat(folder).isEmptyDirectory();
        Files.delete(folder);
    }

    /** Both ends on one host: says hello, answers, and ends in order. */
    private void talk(Address own, Address at) {
        stage.host("alone", own);
        Actor alone = stage.actor("alone");
        Probe accepted = new Probe();
        Probe connected = new Probe();
        Actor.Listener listener = alone.serve(at, OPTIONS, _ -> accepted);

        alone.connect(own, listener.local(), OPTIONS, 0, connected);
        stage.await("both open", () -> accepted.isOpen() && connected.isOpen());
        alone.tell(_ -> {
            assertThat(connected.connection().remote()).isEqualTo(listener.local());
            assertThat(accepted.connection().local()).isEqualTo(listener.local());
            assertThat(listener.local().family()).isEqualTo(at.family());
            if (listener.local() instanceof Address.Inet inet) {
                assertThat(inet.port()).isPositive();
                assertThat(accepted.connection().remote())
                        .isEqualTo(connected.connection().local());
                assertThat(((Address.Inet) connected.connection().local()).port())
                        .isNotIn(0, inet.port());
            }
            connected.connection().send(Bytes.of("hello"));
        });
        stage.await("hello", () -> accepted.count() == 5);
        alone.tell(_ -> {
            accepted.connection().send(Bytes.of("welcome"));
            accepted.connection().close();
        });
        stage.await("the end", connected::isEnded);
        alone.tell(_ -> connected.connection().close());
        stage.await("both closed", () -> accepted.isClosed() && connected.isClosed());

        assertThat(connected.text()).isEqualTo("welcome");
        assertThat(connected.closes()).containsExactly(PEER_CLOSED);
        assertThat(accepted.closes()).containsExactly(LOCAL_CLOSED);
        alone.tell(_ -> listener.server().close());
        stage.settle();
    }

    @Test
    void shouldBeRefusedWhereNobodyListensOnIpv6() {
        stage.host("alone", IPV6);
        Actor alone = stage.actor("alone");
        Actor.Listener listener = alone.serve(IPV6, OPTIONS, _ -> new Probe());
        alone.tell(_ -> listener.server().close());
        Probe probe = new Probe();

        alone.connect(IPV6, listener.local(), OPTIONS, 0, probe);

        stage.await("the refusal", probe::isClosed);
        assertThat(probe.closes()).containsExactly(REFUSED);
    }

    @Test
    void shouldBeRefusedOnAPathWhereNobodyListens() throws IOException {
        Path folder = Files.createTempDirectory("cp");
        Probe probe = new Probe();

        stage.actor("client")
                .connect(CLIENT_IP, new Address.UnixPath(folder.resolve("s").toString()), OPTIONS, 0, probe);

        stage.await("the refusal", probe::isClosed);
        assertThat(probe.closes()).containsExactly(REFUSED);
        Files.delete(folder);
    }

    /** A Unix-domain socket has no reset of its own: the peer sees a reset or an ordinary end. */
    @Test
    void shouldEndThePeerWhenItAbortsOverAPath() throws IOException {
        Path folder = Files.createTempDirectory("cp");
        Actor client = stage.actor("client");
        Probe accepted = new Probe();
        Probe connected = new Probe();
        Address at = new Address.UnixPath(folder.resolve("s").toString());
        Actor.Listener listener = client.serve(at, OPTIONS, _ -> accepted);
        client.connect(CLIENT_IP, at, OPTIONS, 0, connected);
        stage.await("both open", () -> accepted.isOpen() && connected.isOpen());

        client.tell(_ -> connected.connection().abort());

        stage.await("the end", () -> accepted.isEnded() || accepted.isClosed());
        stage.await("the abort", connected::isClosed);
        assertThat(connected.closes()).containsExactly(LOCAL_CLOSED);
        client.tell(_ -> listener.server().close());
        stage.settle();
        Files.delete(folder);
    }
}

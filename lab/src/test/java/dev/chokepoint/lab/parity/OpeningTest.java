package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.ListenException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OpeningTest extends ParitySuite {
    private Address addressWithoutListener(Actor server) {
        Actor.Listener listener = server.serve(SERVER_IP, OPTIONS, _ -> new Probe());
        server.tell(_ -> listener.server().close());
        stage.settle();
        return listener.local();
    }

    @Test
    void shouldBeRefusedWhereNobodyListens() {
        Actor server = stage.actor("server");
        Probe probe = new Probe();

        stage.actor("client").connect(CLIENT_IP, addressWithoutListener(server), OPTIONS, 0, probe);

        stage.await("the refusal", probe::isClosed);
        assertThat(probe.closes()).containsExactly(REFUSED);
        assertThat(REFUSED.definite()).isTrue();
        assertThat(probe.isOpen()).isFalse();
    }

    @Test
    void shouldConnectOnceSomebodyListensThere() {
        Actor server = stage.actor("server");
        Actor client = stage.actor("client");
        Address address = addressWithoutListener(server);
        Probe early = new Probe();
        Probe late = new Probe();
        client.connect(CLIENT_IP, address, OPTIONS, 0, early);
        stage.await("the refusal", early::isClosed);

        server.listen(address, OPTIONS, _ -> new Probe());
        client.connect(CLIENT_IP, address, OPTIONS, 0, late);

        stage.await("the connection", late::isOpen);
        assertThat(early.closes()).containsExactly(REFUSED);
    }

    @Test
    void shouldSendWhatWasSentBeforeItOpened() {
        Actor server = stage.actor("server");
        Probe atServer = new Probe();
        Address address = server.listen(SERVER_IP, OPTIONS, _ -> atServer);

        stage.actor("client").tell(host -> {
            Connection connection = host.connect(CLIENT_IP, address, OPTIONS, 0, new Probe());
            connection.send(Bytes.of("early "));
            connection.send(Bytes.of("bird"));
            assertThat(connection.unsentBytes()).isEqualTo(10);
        });

        stage.await("the bytes", () -> atServer.count() >= 10);
        assertThat(atServer.text()).isEqualTo("early bird");
    }

    @Test
    void shouldSendAndEndWhenItWasFinishedBeforeItOpened() {
        Actor server = stage.actor("server");
        Probe atServer = new Probe();
        Address address = server.listen(SERVER_IP, OPTIONS, _ -> atServer);

        stage.actor("client").tell(host -> {
            Connection connection = host.connect(CLIENT_IP, address, OPTIONS, 0, new Probe());
            connection.send(Bytes.of("all"));
            connection.finish();
        });

        stage.await("the end", atServer::isEnded);
        assertThat(atServer.text()).isEqualTo("all");
    }

    @Test
    void shouldNeverOpenWhenItIsClosedFirst() {
        cancel(Connection::close);
    }

    @Test
    void shouldNeverOpenWhenItIsAbortedFirst() {
        cancel(Connection::abort);
    }

    private void cancel(Consumer<Connection> how) {
        Actor server = stage.actor("server");
        Probe atServer = new Probe();
        Address address = server.listen(SERVER_IP, OPTIONS, _ -> atServer);
        Probe atClient = new Probe();

        stage.actor("client").tell(host -> {
            Connection connection = host.connect(CLIENT_IP, address, OPTIONS, 0, atClient);
            connection.send(Bytes.of("never"));
            how.accept(connection);
        });

        stage.await("the end of the attempt", atClient::isClosed);
        stage.settle();
        assertThat(atClient.closes()).containsExactly(LOCAL_CLOSED);
        assertThat(atClient.isOpen()).isFalse();
        assertThat(atServer.count()).isZero();
        assertThat(!atServer.isOpen() || atServer.isEnded() || atServer.isClosed())
                .isTrue();
    }

    @Test
    void shouldPickAFreePortForEachListenerThatAsksForNone() {
        Actor server = stage.actor("server");

        Address.Inet one = (Address.Inet) server.listen(SERVER_IP, OPTIONS, _ -> new Probe());
        Address.Inet other = (Address.Inet) server.listen(SERVER_IP, OPTIONS, _ -> new Probe());

        assertThat(one.port()).isPositive().isNotEqualTo(other.port());
        assertThat(one.ip()).isEqualTo(((Address.Inet) SERVER_IP).ip());
    }

    @Test
    void shouldNotListenWhereSomebodyDoes() {
        Actor server = stage.actor("server");
        Address address = server.listen(SERVER_IP, OPTIONS, _ -> new Probe());

        assertThatThrownBy(() -> server.listen(address, OPTIONS, _ -> new Probe()))
                .isInstanceOfSatisfying(
                        ListenException.class, e -> assertThat(e.reason()).isEqualTo(ListenException.Reason.IN_USE));
    }

    @Test
    void shouldNotListenOnAForeignAddress() {
        Actor server = stage.actor("server");

        assertThatThrownBy(() -> server.listen(Address.inet("192.0.2.1", 0), OPTIONS, _ -> new Probe()))
                .isInstanceOfSatisfying(
                        ListenException.class, e -> assertThat(e.reason()).isEqualTo(ListenException.Reason.NOT_LOCAL));
    }

    @Test
    void shouldListenAgainWhereAListenerWasClosed() {
        Actor server = stage.actor("server");
        Address address = addressWithoutListener(server);

        assertThat(server.listen(address, OPTIONS, _ -> new Probe())).isEqualTo(address);
    }

    @Test
    void shouldKeepAcceptedConnectionsWhenTheListenerCloses() {
        Actor server = stage.actor("server");
        Actor client = stage.actor("client");
        Probe atServer = new Probe();
        Probe atClient = new Probe();
        Actor.Listener listener = server.serve(SERVER_IP, OPTIONS, _ -> atServer);
        client.connect(CLIENT_IP, listener.local(), OPTIONS, 0, atClient);
        stage.await("both ends open", () -> atClient.isOpen() && atServer.isOpen());

        server.tell(_ -> listener.server().close());
        server.tell(_ -> atServer.connection().send(Bytes.of("still here")));

        stage.await("bytes", () -> atClient.count() >= 10);
        assertThat(atClient.isClosed()).isFalse();
    }

    @Test
    void shouldTellConnectionsApartByTheirTags() {
        Actor server = stage.actor("server");
        Actor client = stage.actor("client");
        List<Long> accepted = Collections.synchronizedList(new ArrayList<>());
        List<Long> opened = Collections.synchronizedList(new ArrayList<>());
        Address address = server.listen(SERVER_IP, OPTIONS, connection -> {
            accepted.add(connection.tag());
            return new Probe();
        });
        Probe shared = new Probe() {
            @Override
            public synchronized void onOpen(Connection connection) {
                opened.add(connection.tag());
            }
        };

        client.tell(host -> {
            for (long tag = 100; tag < 105; tag++) {
                Connection connection = host.connect(CLIENT_IP, address, OPTIONS, tag, shared);
                assertThat(connection.tag()).isEqualTo(tag);
            }
        });

        stage.await("all open", () -> opened.size() == 5 && accepted.size() == 5);
        assertThat(opened).containsExactlyInAnyOrder(100L, 101L, 102L, 103L, 104L);
        assertThat(accepted).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void shouldKnowTheHostsOfTheRunByName() {
        Actor client = stage.actor("client");
        List<List<Address>> answers = Collections.synchronizedList(new ArrayList<>());

        client.tell(host -> {
            host.resolve("server", answers::add);
            assertThat(answers).isEmpty();
        });
        stage.await("the answer", () -> answers.size() == 1);
        client.tell(host -> host.resolve("127.66.0.9", answers::add));
        stage.await("the literal", () -> answers.size() == 2);
        client.tell(host -> host.resolve("no-such-host.invalid", answers::add));
        stage.await("the third answer", () -> answers.size() == 3);

        assertThat(answers.get(0)).containsExactly(SERVER_IP);
        assertThat(answers.get(1)).containsExactly(Address.inet("127.66.0.9", 0));
        assertThat(answers.get(2)).isEmpty();
    }
}

package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Session;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ClosingTest extends ParitySuite {
    @Test
    void shouldGoOnReceivingAfterItHasFinished() {
        byte[] answer = Bytes.pattern(300_000);
        Bytes.Pump atServer = new Bytes.Pump(answer, 3000) {
            @Override
            public synchronized void onOpen(Connection connection) {
                // begins when the client has finished
            }

            @Override
            public synchronized void onEnd(Connection connection) {
                super.onEnd(connection);
                push(connection);
            }
        };
        Actor server = stage.actor("server");
        Probe atClient = new Probe();
        CompletableFuture<Connection> served = new CompletableFuture<>();
        Address address = server.listen(SERVER_IP, OPTIONS, connection -> {
            served.complete(connection);
            return atServer;
        });
        stage.actor("client").tell(host -> {
            Connection connection = host.connect(CLIENT_IP, address, OPTIONS, 0, atClient);
            connection.send(Bytes.of("request"));
            connection.finish();
            connection.send(Bytes.of("ignored"));
        });

        stage.await("the whole answer", () -> atClient.count() >= answer.length);
        server.tell(_ -> served.join().finish());

        stage.await("both closed", () -> atClient.isClosed() && atServer.isClosed());
        assertThat(atServer.text()).isEqualTo("request");
        assertThat(atClient.bytes()).isEqualTo(answer);
        assertThat(atClient.closes()).containsExactly(LOCAL_CLOSED);
        assertThat(atServer.closes()).containsExactly(PEER_CLOSED);
    }

    @Test
    void shouldLetTheServerFinishFirst() {
        Pair pair = connectedPair();

        pair.server().tell(_ -> {
            pair.atServer().connection().send(Bytes.of("greeting"));
            pair.atServer().connection().finish();
        });
        stage.await("the server's end", pair.atClient()::isEnded);
        pair.client().tell(_ -> {
            pair.atClient().connection().send(Bytes.of("late answer"));
            pair.atClient().connection().finish();
        });

        stage.await(
                "both closed",
                () -> pair.atClient().isClosed() && pair.atServer().isClosed());
        assertThat(pair.atClient().text()).isEqualTo("greeting");
        assertThat(pair.atServer().text()).isEqualTo("late answer");
        assertThat(pair.atServer().isEnded()).isTrue();
        assertThat(pair.atClient().closes()).containsExactly(PEER_CLOSED);
        assertThat(pair.atServer().closes()).containsExactly(LOCAL_CLOSED);
    }

    @Test
    void shouldStayOpenWhileOnlyOneSideHasFinished() {
        Pair pair = connectedPair();

        pair.client().tell(_ -> pair.atClient().connection().finish());

        stage.await("the client's end", pair.atServer()::isEnded);
        stage.settle();
        assertThat(pair.atClient().isClosed()).isFalse();
        assertThat(pair.atServer().isClosed()).isFalse();
    }

    @Test
    void shouldCloseWhenThePeerFinishedUnlessTheSessionSaysOtherwise() {
        Probe atClient = new Probe();
        CompletableFuture<CloseReason> atServer = new CompletableFuture<>();
        Session plain = new Session() {
            @Override
            public void onBytes(Connection connection, ByteBuffer bytes) {}

            @Override
            public void onClose(Connection connection, CloseReason reason) {
                atServer.complete(reason);
            }
        };
        Address address = stage.actor("server").listen(SERVER_IP, OPTIONS, _ -> plain);

        stage.actor("client")
                .tell(host ->
                        host.connect(CLIENT_IP, address, OPTIONS, 0, atClient).finish());

        stage.await("both closed", () -> atServer.isDone() && atClient.isClosed());
        assertThat(atServer.join()).isEqualTo(PEER_CLOSED);
        assertThat(atClient.isEnded()).isTrue();
        assertThat(atClient.closes()).containsExactly(LOCAL_CLOSED);
    }

    @Test
    void shouldSendWhatIsPendingBeforeItCloses() {
        Pair pair = connectedPair();
        byte[] last = Bytes.pattern(600_000);

        pair.client().tell(_ -> {
            pair.atClient().connection().send(ByteBuffer.wrap(last));
            pair.atClient().connection().close();
            pair.atClient().connection().send(Bytes.of("ignored"));
        });

        stage.await("the end", pair.atServer()::isEnded);
        assertThat(pair.atServer().bytes()).isEqualTo(last);
        pair.server().tell(_ -> pair.atServer().connection().close());
        stage.await(
                "both closed",
                () -> pair.atClient().isClosed() && pair.atServer().isClosed());
        assertThat(pair.atClient().closes()).containsExactly(LOCAL_CLOSED);
        assertThat(pair.atServer().closes()).containsExactly(PEER_CLOSED);
    }

    @Test
    void shouldDeliverItsLastWordsThoughItHasNotReadItsPeers() {
        Pair pair = connectedPair();
        pair.client().tell(_ -> pair.atClient().connection().pause());
        pair.server().tell(_ -> pair.atServer().connection().send(ByteBuffer.wrap(Bytes.pattern(50_000))));
        stage.settle();

        pair.client().tell(_ -> {
            pair.atClient().connection().send(Bytes.of("goodbye"));
            pair.atClient().connection().close();
        });

        stage.await("the end", pair.atServer()::isEnded);
        assertThat(pair.atServer().text()).isEqualTo("goodbye");
        stage.await("the client closed", pair.atClient()::isClosed);
        assertThat(pair.atClient().count()).isZero();
        assertThat(pair.atClient().closes()).containsExactly(LOCAL_CLOSED);
        assertThat(pair.atServer().isClosed()).isFalse();
    }

    @Test
    void shouldResetThePeerWhenItAborts() {
        Pair pair = connectedPair();

        pair.client().tell(_ -> pair.atClient().connection().abort());

        stage.await(
                "both closed",
                () -> pair.atClient().isClosed() && pair.atServer().isClosed());
        assertThat(pair.atClient().closes()).containsExactly(LOCAL_CLOSED);
        assertThat(pair.atServer().closes()).containsExactly(RESET);
        assertThat(pair.atServer().isEnded()).isFalse();
    }

    @Test
    void shouldDropWhatIsPendingWhenItAborts() {
        Pair pair = connectedPair();
        int many = 1_000_000;

        pair.client().tell(_ -> {
            pair.atClient().connection().send(ByteBuffer.allocate(many));
            pair.atClient().connection().abort();
            assertThat(pair.atClient().connection().unsentBytes()).isZero();
        });

        stage.await(
                "both closed",
                () -> pair.atClient().isClosed() && pair.atServer().isClosed());
        assertThat(pair.atServer().closes()).containsExactly(RESET);
        assertThat(pair.atServer().count()).isLessThan(many);
    }

    @Test
    void shouldResetASenderWhosePeerIsGone() {
        Assumptions.assumeTrue(
                setting.way() == Setting.Way.DIRECT, "one way is enough: a closed socket lingers for seconds");
        Pair pair = connectedPair();
        pair.server().tell(_ -> pair.atServer().connection().close());
        stage.await(
                "the server's end",
                () -> pair.atClient().isEnded() && pair.atServer().isClosed());
        pair.client().tell(_ -> pair.atClient().connection().pause());

        Sender sender = new Sender(pair);
        stage.await("the reset", () -> {
            sender.send();
            return pair.atClient().isClosed();
        });

        assertThat(pair.atClient().closes()).containsExactly(RESET);
    }

    /** The receiving end is gone for good only some time after it has closed, so the sender has to go on. */
    private record Sender(Pair pair) {
        void send() {
            pair.client().tell(_ -> pair.atClient().connection().send(Bytes.of("anybody there?")));
        }
    }

    @Test
    void shouldTellOfItsEndOnceAndLast() {
        Pair pair = connectedPair();

        pair.client().tell(_ -> {
            Connection connection = pair.atClient().connection();
            connection.send(Bytes.of("x"));
            connection.close();
            connection.close();
            connection.finish();
            connection.abort();
        });

        stage.await(
                "both closed",
                () -> pair.atClient().isClosed() && pair.atServer().isClosed());
        stage.settle();
        assertThat(pair.atClient().closes()).containsExactly(LOCAL_CLOSED);
        assertThat(pair.atServer().closes()).hasSize(1);
    }

    @Test
    void shouldDoNothingOnceItIsOver() {
        Pair pair = connectedPair();
        pair.client().tell(_ -> pair.atClient().connection().abort());
        stage.await(
                "both closed",
                () -> pair.atClient().isClosed() && pair.atServer().isClosed());

        pair.client().tell(_ -> {
            Connection connection = pair.atClient().connection();
            connection.send(Bytes.of("x"));
            connection.pause();
            connection.resume();
            connection.finish();
            connection.close();
            connection.abort();
            assertThat(connection.unsentBytes()).isZero();
            assertThat(connection.remote())
                    .isEqualTo(pair.atClient().connection().remote());
        });

        stage.settle();
        assertThat(pair.atClient().closes()).containsExactly(LOCAL_CLOSED);
    }
}

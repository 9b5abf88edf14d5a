package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.world.SeededRandom;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class OrderingTest extends ParitySuite {
    private static final int MANY_BYTES = 400_000;

    @Test
    void shouldDeliverEveryByteInOrder() {
        Pair pair = connectedPair();

        pair.client().tell(_ -> {
            for (int i = 0; i < 500; i++) {
                pair.atClient().connection().send(Bytes.of("message " + i + ";"));
            }
        });

        StringBuilder sent = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            sent.append("message ").append(i).append(';');
        }
        stage.await("all bytes", () -> pair.atServer().count() >= sent.length());
        assertThat(pair.atServer().text()).isEqualTo(sent.toString());
    }

    @Test
    void shouldKeepBothDirectionsInOrderAtTheSameTime() {
        byte[] up = Bytes.pattern(MANY_BYTES);
        byte[] down = Bytes.pattern(MANY_BYTES / 2);
        Bytes.Pump atClient = new Bytes.Pump(up, 1000);
        Bytes.Pump atServer = new Bytes.Pump(down, 7777);
        var address = stage.actor("server").listen(SERVER_IP, OPTIONS, _ -> atServer);

        stage.actor("client").connect(CLIENT_IP, address, OPTIONS, 0, atClient);

        stage.await("all bytes", () -> atServer.count() >= up.length && atClient.count() >= down.length);
        assertThat(atServer.bytes()).isEqualTo(up);
        assertThat(atClient.bytes()).isEqualTo(down);
    }

    @Test
    void shouldKeepOneOrderOfCopiedAndSharedBytes() {
        Pair pair = connectedPair();
        Payload shared = Payload.of("<shared>");

        pair.client().tell(_ -> {
            Connection connection = pair.atClient().connection();
            connection.send(Bytes.of("one"));
            connection.send(shared);
            connection.send(Bytes.of("two"));
            connection.send(shared);
        });

        String all = "one<shared>two<shared>";
        stage.await("all bytes", () -> pair.atServer().count() >= all.length());
        assertThat(pair.atServer().text()).isEqualTo(all);
    }

    @Test
    void shouldDeliverOneGreatSendWhole() {
        Pair pair = connectedPair();
        byte[] great = Bytes.pattern(900_000);

        pair.client().tell(_ -> pair.atClient().connection().send(ByteBuffer.wrap(great)));

        stage.await("all bytes", () -> pair.atServer().count() >= great.length);
        assertThat(pair.atServer().bytes()).isEqualTo(great);
    }

    @Test
    void shouldDeliverManySmallSendsWhole() {
        RandomGenerator random = new SeededRandom(7, "sizes");
        byte[] all = Bytes.pattern(20_000);
        Pair pair = connectedPair();

        for (int at = 0; at < all.length; ) {
            int from = at;
            int to = Math.min(all.length, from + random.nextInt(1, 900));
            pair.client().tell(_ -> {
                for (int i = from; i < to; i += 3) {
                    pair.atClient().connection().send(ByteBuffer.wrap(all, i, Math.min(3, to - i)));
                }
            });
            at = to;
        }

        stage.await("all bytes", () -> pair.atServer().count() >= all.length);
        assertThat(pair.atServer().bytes()).isEqualTo(all);
    }

    @Test
    void shouldHaveTakenTheBytesWhenSendReturns() {
        Pair pair = connectedPair();

        pair.client().tell(_ -> {
            ByteBuffer reused = ByteBuffer.allocate(4);
            for (String word : new String[] {"abcd", "efgh", "ijkl"}) {
                reused.clear().put(Bytes.of(word)).flip();
                pair.atClient().connection().send(reused);
                assertThat(reused.hasRemaining()).isFalse();
            }
        });

        stage.await("all bytes", () -> pair.atServer().count() >= 12);
        assertThat(pair.atServer().text()).isEqualTo("abcdefghijkl");
    }

    @Test
    void shouldSendNothingForAnEmptyBuffer() {
        Pair pair = connectedPair();

        pair.client().tell(_ -> {
            assertThat(pair.atClient().connection().send(ByteBuffer.allocate(0)))
                    .isTrue();
            assertThat(pair.atClient().connection().send(Payload.of(""))).isTrue();
            assertThat(pair.atClient().connection().unsentBytes()).isZero();
        });

        stage.settle();
        assertThat(pair.atServer().count()).isZero();
    }
}

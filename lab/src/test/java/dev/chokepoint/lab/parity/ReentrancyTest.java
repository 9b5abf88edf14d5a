package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Timer;
import dev.chokepoint.host.Work;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls everything that could call back, in every state; the detector sees whether anything does. */
class ReentrancyTest extends ParitySuite {
    private static final StreamOptions TINY = OPTIONS.withSendMarks(1, 1_000);

    /** Does in each of its callbacks what might bring about another. */
    private static final class Busy extends Probe {
        @Override
        public synchronized void onOpen(Connection connection) {
            super.onOpen(connection);
            connection.send(Bytes.of("open"));
            connection.pause();
            connection.resume();
        }

        @Override
        public synchronized void onBytes(Connection connection, ByteBuffer bytes) {
            super.onBytes(connection, bytes);
            connection.pause();
            connection.resume();
            if (count() < 20) { // not for ever, and without latency for ever would be at one moment
                connection.send(Payload.of("!"));
            }
        }

        @Override
        public synchronized void onEnd(Connection connection) {
            super.onEnd(connection);
            connection.finish();
            connection.close();
        }
    }

    @Test
    void shouldNotCallBackFromInsideSend() {
        Pair pair = connectedPair(TINY, TINY);

        pair.client().tell(_ -> {
            Connection connection = pair.atClient().connection();
            connection.send(Bytes.of("more than the high mark"));
            assertThat(pair.atClient().writables()).isZero();
            connection.send(ByteBuffer.allocate(2_000));
            assertThat(pair.atClient().isClosed()).isFalse();
        });

        stage.await("the send limit", pair.atClient()::isClosed);
    }

    @Test
    void shouldNotCallBackFromInsideAnyOtherCall() {
        Actor server = stage.actor("server");
        Busy atServer = new Busy();
        Actor.Listener listener = server.serve(SERVER_IP, OPTIONS, _ -> atServer);
        Busy atClient = new Busy();
        Probe aborted = new Probe();
        List<String> order = new ArrayList<>();

        stage.actor("client").tell(host -> {
            host.connect(CLIENT_IP, listener.local(), OPTIONS, 1, atClient);
            host.connect(CLIENT_IP, listener.local(), OPTIONS, 2, aborted).abort();
            host.resolve("server", _ -> order.add("resolved"));
            host.resolve("127.0.0.1", _ -> order.add("resolved"));
            Timer timer = host.after(0, () -> order.add("timer"));
            host.spend(new Work.Synthetic("parity"), 1_000);
            callsOf(host, timer);
            order.add("end");
        });

        stage.await("everything", () -> atClient.count() > 10 && aborted.isClosed());
        assertThat(order.getFirst()).isEqualTo("end");
        server.tell(_ -> {
            atServer.connection().abort();
            listener.server().close();
            assertThat(atServer.isClosed()).isFalse();
        });
        stage.await("the end", () -> atServer.isClosed() && atClient.isClosed());
    }

    private static void callsOf(Host host, Timer timer) {
        List<Address> addresses = host.addresses();
        assertThat(addresses).containsExactly(CLIENT_IP);
        timer.cancel();
        host.secret(new byte[4]);
        assertThat(host.random()).isSameAs(host.random());
        assertThat(host.meter()).isSameAs(host.meter());
    }

    @Test
    void shouldNotRunATimerBeforeAfterReturns() {
        List<String> order = new ArrayList<>();

        stage.actor("client").tell(host -> {
            host.after(0, () -> order.add("timer"));
            order.add("armed");
        });

        stage.settle();
        assertThat(order).containsExactly("armed", "timer");
    }
}

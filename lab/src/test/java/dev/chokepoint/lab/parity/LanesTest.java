package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Session;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class LanesTest extends ParitySuite {
    private static final Address MANY_LANES_IP = Address.inet("127.66.0.3", 0);
    private static final int LANES = 4;
    private static final int CONNECTIONS = 40;
    private static final int ROUND_TRIPS = 20;

    private final AtomicIntegerArray accepts = new AtomicIntegerArray(LANES);

    /** A lane's own program state, which nothing but the seam's promise protects. */
    private static final class Echo implements Session {
        private long plain; // not volatile, not atomic, on purpose

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            plain += bytes.remaining();
            connection.send(bytes);
        }
    }

    private List<Actor> servers() {
        stage.host("lanes", LANES, MANY_LANES_IP);
        stage.join("client", "lanes");
        return stage.actors("lanes");
    }

    private Address listen(List<Actor> lanes, List<Echo> echoes) {
        Address at = MANY_LANES_IP;
        for (int i = 0; i < LANES; i++) {
            int lane = i;
            Echo echo = new Echo();
            echoes.add(echo);
            at = lanes.get(i).listen(at, OPTIONS, _ -> {
                accepts.incrementAndGet(lane);
                return echo;
            });
        }
        return at;
    }

    @Test
    void shouldDealAcceptsToTheLanesRoundRobin() {
        List<Actor> lanes = servers();
        Address address = listen(lanes, new ArrayList<>());
        Counting counting = new Counting();

        connect(address, counting);

        stage.await("all open", () -> counting.opened.get() == CONNECTIONS);
        stage.await("all accepted", () -> sum() == CONNECTIONS);
        for (int lane = 0; lane < LANES; lane++) {
            assertThat(accepts.get(lane)).as("accepts of lane %d", lane).isEqualTo(CONNECTIONS / LANES);
        }
    }

    private int sum() {
        int sum = 0;
        for (int lane = 0; lane < LANES; lane++) {
            sum += accepts.get(lane);
        }
        return sum;
    }

    @Test
    void shouldNeverOverlapTheCallbacksOfOneLane() {
        List<Echo> echoes = new ArrayList<>();
        Address address = listen(servers(), echoes);
        Counting counting = new Counting();

        connect(address, counting);

        int all = CONNECTIONS * ROUND_TRIPS;
        stage.await("all round trips", () -> counting.bytes.get() == all);
        assertThat(counting.closed).hasValue(0);
        assertThat(echoes.stream().mapToLong(echo -> echo.plain).sum()).isEqualTo(all);
    }

    private void connect(Address address, Session session) {
        stage.actor("client").tell(host -> {
            for (int i = 0; i < CONNECTIONS; i++) {
                host.connect(CLIENT_IP, address, OPTIONS, i, session);
            }
        });
    }

    /** Sends a byte, waits for its echo, and so on. */
    private static final class Counting implements Session {
        private final AtomicInteger opened = new AtomicInteger();
        private final AtomicInteger bytes = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();
        private final AtomicIntegerArray echoes = new AtomicIntegerArray(CONNECTIONS);

        @Override
        public void onOpen(Connection connection) {
            opened.incrementAndGet();
            connection.send(Bytes.of("x"));
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer piece) {
            bytes.addAndGet(piece.remaining());
            int echoed = echoes.addAndGet((int) connection.tag(), piece.remaining());
            if (echoed < ROUND_TRIPS) {
                connection.send(Bytes.of("x"));
            }
        }

        @Override
        public void onClose(Connection connection, CloseReason reason) {
            closed.incrementAndGet();
        }
    }
}

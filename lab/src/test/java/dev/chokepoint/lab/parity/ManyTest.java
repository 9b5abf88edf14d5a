package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ManyTest extends ParitySuite {
    @Test
    void shouldCarryAThousandConnectionsAtOnce() {
        int connections = 1_000;
        Crowd.Echo echo = new Crowd.Echo();
        Address address = stage.actor("server").listen(SERVER_IP, OPTIONS, _ -> echo);
        Crowd crowd = new Crowd(CLIENT_IP, address, connections);

        stage.start("client", () -> crowd);

        stage.await("all answers", () -> crowd.finished() == connections);
        assertThat(crowd.failures()).isEmpty();
        assertThat(echo.mostAtOnce()).isEqualTo(connections);
        stage.await("all closed", () -> echo.closed() == connections);
    }

    @Test
    void shouldSendOnePayloadToAHundredConnections() {
        int connections = 100;
        Payload payload = Payload.of(ByteBuffer.wrap(Bytes.pattern(10_000)));
        List<Connection> members = new ArrayList<>(); // the server's lane only
        AtomicLong joined = new AtomicLong();
        Actor server = stage.actor("server");
        Address address = server.listen(SERVER_IP, OPTIONS, _ -> new Probe() {
            @Override
            public synchronized void onOpen(Connection connection) {
                members.add(connection);
                joined.incrementAndGet();
            }
        });
        Probe[] receivers = new Probe[connections];
        stage.actor("client").tell(host -> {
            for (int i = 0; i < connections; i++) {
                receivers[i] = new Probe();
                host.connect(CLIENT_IP, address, OPTIONS, i, receivers[i]);
            }
        });
        stage.await("all members", () -> joined.get() == connections);

        server.tell(_ -> members.forEach(member -> member.send(payload)));
        server.tell(_ -> members.forEach(member -> member.send(payload)));

        for (Probe receiver : receivers) {
            stage.await("both copies", () -> receiver.count() == 2 * payload.length());
            assertThat(receiver.bytes()).startsWith(Bytes.pattern(10_000)).endsWith(Bytes.pattern(10_000));
        }
    }

    @Test
    void shouldShareOneSessionBetweenConnections() {
        AtomicLong sum = new AtomicLong();
        Session shared = (connection, bytes) -> sum.addAndGet(connection.tag() * bytes.remaining());
        Address address = stage.actor("server").listen(SERVER_IP, OPTIONS, _ -> new Probe() {
            @Override
            public synchronized void onOpen(Connection connection) {
                connection.send(Bytes.of("1"));
            }
        });

        stage.actor("client").tell(host -> {
            for (int tag = 1; tag <= 10; tag++) {
                host.connect(CLIENT_IP, address, OPTIONS, tag, shared);
            }
        });

        stage.await("all bytes", () -> sum.get() == 55);
    }
}

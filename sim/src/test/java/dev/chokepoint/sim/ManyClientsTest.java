package dev.chokepoint.sim;

import static dev.chokepoint.sim.Worlds.MS;
import static dev.chokepoint.sim.Worlds.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyClientsTest {
    private int opened;
    private int answered;
    private int closed;
    private int exhausted;

    private final class Client implements Session {
        @Override
        public void onOpen(Connection connection) {
            opened++;
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            answered++;
            connection.close();
        }

        @Override
        public void onClose(Connection connection, CloseReason reason) {
            closed++;
            exhausted += reason.equals(new CloseReason.Exhausted("local ports")) ? 1 : 0;
        }
    }

    private void run(SimWorld world, int clients) {
        StreamOptions options = StreamOptions.DEFAULT.withBacklog(clients);
        world.start("server", () -> host -> host.listen(SERVER, options, _ -> (c, bytes) -> c.send(bytes)));
        Client session = new Client();
        Payload payload = Payload.of("?");
        world.start("clients", () -> host -> {
            for (int i = 0; i < clients; i++) {
                Address from = host.addresses().get(i % host.addresses().size());
                host.connect(from, SERVER, options, i, session).send(payload);
            }
        });
        world.run(1_000 * MS);
    }

    @Test
    void shouldServeManyClientsOfOneProgram() {
        SimWorld world = new SimWorld(1, Worlds.START, SimCosts.FREE, new Streams.Ideal(), Observer.NONE);
        world.add(new HostSpec("server", List.of(Worlds.SERVER_HOST), 1, 1));
        List<Address> addresses = IntStream.range(0, 4)
                .<Address>mapToObj(i -> Address.inet("10.0.1." + i, 0))
                .toList();
        world.add(new HostSpec("clients", addresses, HostSpec.UNLIMITED, 1));
        run(world, 30_000);

        assertThat(opened).isEqualTo(30_000);
        assertThat(answered).isEqualTo(30_000);
        assertThat(closed).isEqualTo(30_000);
        assertThat(Worlds.resource(world, "clients connections").served()).isEqualTo(30_000);
        assertThat(Worlds.resource(world, "server connections").usedNanos()).isZero();
        assertThat(Worlds.resource(world, "server accept queue").waitingMax()).isPositive();
    }

    @Test
    void shouldRunOutOfPortsOnOneAddress() {
        SimWorld world = Worlds.direct();
        run(world, 64_513);

        assertThat(exhausted).isEqualTo(1);
        assertThat(opened).isEqualTo(64_512);
        assertThat(Worlds.resource(world, "clients connections").refused()).isEqualTo(1);
    }
}

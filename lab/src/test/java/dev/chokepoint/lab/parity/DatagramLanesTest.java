package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Datagrams;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Lanes that bind one address share its datagrams by their sources. */
class DatagramLanesTest extends DatagramSuite {
    private static final Address MANY_LANES_IP = Address.inet("127.66.0.3", 0);
    private static final int LANES = 4;
    /** With so many, a fair hash leaves a lane without any in less than one run of 10^11. */
    private static final int SOURCES = 100;

    private static final int ROUNDS = 3;

    private final List<DatagramProbe> atLanes = new ArrayList<>();
    private final DatagramProbe atClient = new DatagramProbe();

    /** Answers each datagram with itself. */
    private static final class Echo extends DatagramProbe {
        @Override
        public synchronized void onDatagram(Datagrams socket, Address from, ByteBuffer datagram) {
            super.onDatagram(socket, from, datagram.duplicate());
            socket.send(from, datagram);
        }
    }

    private Address bindLanes() {
        stage.host("lanes", LANES, MANY_LANES_IP);
        stage.join("client", "lanes");
        Address at = MANY_LANES_IP;
        for (Actor lane : stage.actors("lanes")) {
            atLanes.add(new Echo());
            at = bind(lane, at, DatagramOptions.DEFAULT, 0, atLanes.getLast()).local();
        }
        return at;
    }

    @Test
    void shouldGiveEachSourceOneLaneAndEachLaneSomeSources() {
        Address lanes = bindLanes();
        List<Socket> sources = new ArrayList<>();
        Actor client = stage.actor("client");
        for (int i = 0; i < SOURCES; i++) {
            sources.add(bind(client, CLIENT_IP, atClient));
        }

        for (int round = 1; round <= ROUNDS; round++) {
            int expected = round * SOURCES;
            client.tell(_ -> sources.forEach(source -> source.datagrams().send(lanes, Bytes.of("ping"))));
            stage.await("a round of echoes", () -> atClient.count() == expected);
        }

        List<Set<Address>> byLane = atLanes.stream()
                .map(probe ->
                        probe.heard().stream().map(DatagramProbe.Heard::from).collect(Collectors.toSet()))
                .toList();
        assertThat(byLane).allSatisfy(lane -> assertThat(lane).isNotEmpty());
        assertThat(byLane.stream().mapToInt(Set::size).sum())
                .as("each source is at one lane")
                .isEqualTo(SOURCES);
        assertThat(atClient.heard())
                .allMatch(each -> each.from().equals(lanes), "answers come from the shared address");
    }
}

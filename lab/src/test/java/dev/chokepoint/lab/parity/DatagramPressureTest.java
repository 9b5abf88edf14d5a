package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Datagrams;
import dev.chokepoint.host.Work;
import dev.chokepoint.host.world.ResourceUse;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What happens when there is too much of them. */
class DatagramPressureTest extends DatagramSuite {
    private static final int BYTES = 1_000;

    private final DatagramProbe atServer = new DatagramProbe();
    private final DatagramProbe atClient = new DatagramProbe();

    @Test
    void shouldSayWhenTheSendBufferIsFullAndWhenItIsNoMore() {
        Socket server = bind(stage.actor("server"), SERVER_IP, atServer);
        DatagramOptions ten = new DatagramOptions(10 * BYTES, 1 << 20);
        Socket client = bind(stage.actor("client"), CLIENT_IP, ten, 0, atClient);

        client.actor().tell(_ -> {
            for (int i = 0; i < 15; i++) {
                ByteBuffer datagram = ByteBuffer.allocate(BYTES).putInt(0, i);
                assertThat(client.datagrams().send(server.local(), datagram)).isEqualTo(i < 10);
                assertThat(datagram.hasRemaining()).isEqualTo(i >= 10);
            }
            assertThat(client.datagrams().refused()).isEqualTo(5);
            assertThat(atClient.writables()).isZero();
        });

        stage.await("room", () -> atClient.writables() == 1);
        stage.await("what was taken", () -> atServer.count() == 10);
        client.sendNumbers(server.local(), 99, 1, BYTES);
        stage.await("one more", () -> atServer.count() == 11);
        stage.settle();
        assertThat(atServer.numbers()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 99);
        assertThat(atClient.writables()).isEqualTo(1);
        client.actor().tell(_ -> assertThat(client.datagrams().refused()).isEqualTo(5));
    }

    /** Small ones count too, or their number would not be bounded. */
    @Test
    void shouldChargeEmptyDatagrams() {
        Socket server = bind(stage.actor("server"), SERVER_IP, atServer);
        DatagramOptions four = new DatagramOptions(4 * DatagramOptions.MIN_CHARGE, 1 << 20);
        Socket client = bind(stage.actor("client"), CLIENT_IP, four, 0, atClient);

        client.actor().tell(_ -> {
            for (int i = 0; i < 6; i++) {
                assertThat(client.datagrams().send(server.local(), ByteBuffer.allocate(0)))
                        .isEqualTo(i < 4);
            }
        });

        stage.await("what was taken", () -> atServer.count() == 4);
        assertThat(atServer.heard()).allMatch(each -> !each.bytes().hasRemaining());
    }

    @Test
    void shouldDropAndCountWhatTheReceiveBufferHasNoRoomFor() {
        int sent = 150;
        DatagramOptions small = new DatagramOptions(1 << 20, 20 * BYTES);
        Socket server = bind(stage.actor("server"), SERVER_IP, small, 0, atServer);
        Socket client = bind(stage.actor("client"), CLIENT_IP, atClient);
        AtomicBoolean busy = new AtomicBoolean();

        var _ = server.actor().begin(host -> {
            busy.set(true);
            host.spend(new Work.Synthetic("parity.work"), 300_000_000);
            return true;
        });
        stage.await("the server to be busy", busy::get);
        client.sendNumbers(server.local(), 0, sent, BYTES);

        stage.await("those that were kept", () -> atServer.count() > 0);
        stage.settle();
        ResourceUse buffer = bufferOf("server");
        assertThat(atServer.count()).isBetween(5, 100);
        assertThat(buffer.served()).isEqualTo(atServer.count());
        assertThat(buffer.refused()).isPositive();
        if (setting.way() == Setting.Way.DIRECT) { // a link drops some, too
            assertThat(buffer.refused()).isEqualTo(sent - atServer.count());
        }
        assertThat(atServer.numbers()).isSorted();
    }

    private ResourceUse bufferOf(String host) {
        return stage.world().resources().stream()
                .filter(use -> use.name().equals(host + " datagram buffer"))
                .peek(use -> assertThat(use.kind()).isEqualTo(ResourceUse.Kind.DATAGRAM_BUFFER))
                .findFirst()
                .orElseThrow();
    }

    /** Does in each of its callbacks what might bring about another; the detector sees whether it comes too early. */
    private static final class Busy extends DatagramProbe {
        @Override
        public synchronized void onDatagram(Datagrams socket, Address from, ByteBuffer datagram) {
            super.onDatagram(socket, from, datagram);
            fill(socket, from);
            if (count() > 40) { // not for ever
                socket.close();
            }
        }

        @Override
        public synchronized void onWritable(Datagrams socket) {
            super.onWritable(socket);
            assertThat(socket.refused()).isPositive();
        }

        static void fill(Datagrams socket, Address to) {
            while (socket.send(to, ByteBuffer.allocate(300))) {
                // until it is full
            }
        }
    }

    @Test
    void shouldNotCallBackFromInsideAnyCall() {
        DatagramOptions four = new DatagramOptions(1_200, 1 << 20);
        Busy busyServer = new Busy();
        Busy busyClient = new Busy();
        Socket server = bind(stage.actor("server"), SERVER_IP, four, 0, busyServer);
        Socket client = bind(stage.actor("client"), CLIENT_IP, four, 0, busyClient);

        client.actor().tell(host -> {
            Busy.fill(client.datagrams(), server.local());
            host.spend(new Work.Synthetic("parity.work"), 1_000);
            assertThat(busyClient.writables()).isZero();
        });

        stage.await("both to be done", () -> busyServer.count() > 40 || busyClient.count() > 40);
        assertThat(busyClient.writables()).isPositive();
    }
}

package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Datagrams;
import dev.chokepoint.host.Work;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one datagram is, and what becomes of several. */
class DatagramTest extends DatagramSuite {
    private static final List<Integer> LENGTHS = List.of(1, 0, 1472, 1473, 9000, 0, Datagrams.MAX_BYTES, 2);

    private final DatagramProbe atServer = new DatagramProbe();
    private final DatagramProbe atClient = new DatagramProbe();

    @Test
    void shouldDeliverEachSendAsOneDatagram() {
        Socket server = bind(stage.actor("server"), SERVER_IP, atServer);
        Socket client = bind(stage.actor("client"), CLIENT_IP, atClient);

        deliverEach(server, client);
    }

    @Test
    void shouldDeliverEachSendOfAConnectedSocketAsOneDatagram() {
        Socket server = bind(stage.actor("server"), SERVER_IP, atServer);
        Socket client = connect(stage.actor("client"), CLIENT_IP, server.local(), atClient);

        deliverEach(server, client);
    }

    /** One after the other, there and back: the largest fills a link's queue. */
    private void deliverEach(Socket server, Socket client) {
        for (int i = 0; i < LENGTHS.size(); i++) {
            int count = i + 1;
            client.send(server.local(), ByteBuffer.wrap(Bytes.pattern(LENGTHS.get(i))));
            stage.await("datagram " + i, () -> atServer.count() == count);
            server.send(client.local(), ByteBuffer.wrap(Bytes.pattern(LENGTHS.get(i))));
            stage.await("answer " + i, () -> atClient.count() == count);
        }
        stage.settle();
        for (DatagramProbe probe : List.of(atServer, atClient)) {
            assertThat(probe.heard()).hasSameSizeAs(LENGTHS);
            for (int i = 0; i < LENGTHS.size(); i++) {
                assertThat(probe.heard().get(i).bytes()).isEqualTo(ByteBuffer.wrap(Bytes.pattern(LENGTHS.get(i))));
            }
            assertThat(probe.errors()).isEmpty();
        }
        assertThat(atServer.heard()).allMatch(each -> each.from().equals(client.local()));
        assertThat(atClient.heard()).allMatch(each -> each.from().equals(server.local()));
    }

    @Test
    void shouldRefuseWhatNoDatagramCanBe() {
        Socket server = bind(stage.actor("server"), SERVER_IP, atServer);
        Socket client = bind(stage.actor("client"), CLIENT_IP, atClient);

        client.actor().tell(_ -> {
            ByteBuffer tooLong = ByteBuffer.allocate(Datagrams.MAX_BYTES + 1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.datagrams().send(server.local(), tooLong))
                    .withMessageContaining("65508")
                    .withMessageContaining("65507");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.datagrams().send(Address.inet("::1", 9), Bytes.of("x")));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.datagrams().send(new Address.UnixPath("/tmp/x"), Bytes.of("x")));
        });
        stage.settle();
        assertThat(atServer.count()).isZero();
    }

    @Test
    void shouldKeepTheOrderAlongAnUnimpairedWay() {
        Socket server = bind(stage.actor("server"), SERVER_IP, ROOMY, 0, atServer);
        Socket client = bind(stage.actor("client"), CLIENT_IP, atClient);

        for (int sent = 0; sent < 1_000; sent += 50) { // what the kernel's buffer certainly holds
            int expected = sent + 50;
            client.sendNumbers(server.local(), sent, 50, 100);
            stage.await("a burst", () -> atServer.count() == expected);
        }

        assertThat(atServer.numbers())
                .isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    }

    @Test
    void shouldTellSocketsApartByTheirTags() {
        Socket first = bind(stage.actor("server"), SERVER_IP, DatagramOptions.DEFAULT, 7, atServer);
        Socket second = bind(first.actor(), SERVER_IP, DatagramOptions.DEFAULT, -9, atServer);
        Socket client = bind(stage.actor("client"), CLIENT_IP, atClient);

        client.send(first.local(), Bytes.of("to 7"));
        stage.await("the first", () -> atServer.count() == 1);
        client.send(second.local(), Bytes.of("to -9"));
        stage.await("the second", () -> atServer.count() == 2);

        assertThat(atServer.heard()).extracting(DatagramProbe.Heard::tag).containsExactly(7L, -9L);
        first.actor().tell(_ -> {
            assertThat(first.datagrams().tag()).isEqualTo(7);
            assertThat(first.datagrams().remote()).isEmpty();
        });
    }

    @Test
    void shouldReuseTheSendersBuffer() {
        Socket server = bind(stage.actor("server"), SERVER_IP, atServer);
        Socket client = bind(stage.actor("client"), CLIENT_IP, atClient);

        client.actor().tell(_ -> {
            ByteBuffer buffer = ByteBuffer.allocate(4);
            for (int i = 0; i < 3; i++) {
                client.datagrams().send(server.local(), buffer.putInt(0, i).rewind());
                assertThat(buffer.hasRemaining()).isFalse();
            }
        });

        stage.await("all", () -> atServer.count() == 3);
        assertThat(atServer.numbers()).containsExactly(0, 1, 2);
    }

    @Test
    void shouldSendWhatIsPendingWhenItCloses() {
        Socket server = bind(stage.actor("server"), SERVER_IP, atServer);
        Socket client = bind(stage.actor("client"), CLIENT_IP, atClient);

        client.actor().tell(_ -> {
            client.datagrams().send(server.local(), Bytes.of("last words"));
            client.datagrams().close();
            client.datagrams().close();
            client.datagrams().send(server.local(), Bytes.of("too late"));
        });

        stage.await("its last words", () -> atServer.count() == 1);
        server.send(client.local(), Bytes.of("hello?"));
        stage.settle();
        assertThat(atServer.count()).isEqualTo(1);
        assertThat(atClient.count()).isZero();
        Socket again = bind(client.actor(), client.local(), atClient);
        assertThat(again.local()).isEqualTo(client.local());
    }

    /** What was sent before synthetic work does not wait for it. */
    @Test
    void shouldLeaveBeforeSyntheticWork() {
        AtomicLong arrivedNanos = new AtomicLong();
        Actor serverActor = stage.actor("server");
        Socket server = serverActor.ask(host -> {
            Datagrams socket =
                    host.bind(SERVER_IP, DatagramOptions.DEFAULT, 0, (_, _, _) -> arrivedNanos.set(host.nanoTime()));
            return new Socket(serverActor, socket, socket.local());
        });
        Socket client = bind(stage.actor("client"), CLIENT_IP, atClient);
        CompletableFuture<Long> spentNanos = new CompletableFuture<>();

        var _ = client.actor().begin(host -> {
            client.datagrams().send(server.local(), Bytes.of("early"));
            host.spend(new Work.Synthetic("parity.work"), 250_000_000);
            return spentNanos.complete(host.nanoTime());
        });

        stage.await("it arrives", () -> arrivedNanos.get() != 0);
        stage.await("the work", spentNanos::isDone);
        assertThat(arrivedNanos.get()).isLessThan(spentNanos.join());
    }
}

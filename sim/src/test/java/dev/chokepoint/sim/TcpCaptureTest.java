package dev.chokepoint.sim;

import static dev.chokepoint.sim.Worlds.MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Address.Inet;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Impairment;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Packets;
import dev.chokepoint.sim.pcap.Tshark;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams as a capture shows them: Wireshark reads the same bytes that arrived, and sees as many retransmissions as were made. */
class TcpCaptureTest {
    private static final int PORT = 40_001;
    private static final int TRANSFER = 3_000_000;

    /** Of 10 Mbit/s, 20 ms there and back, as much queue. */
    private static final Link.Direction CLEAN = new Link.Direction(10 * MS, 0, 10_000_000, 25_000);

    /**
     * What repeats bytes. Wireshark has three words for it, told apart by when a segment comes: fast retransmissions follow
     * duplicate acknowledgements, and what follows the newest data within the first round-trip time is taken for "out of order",
     * as it might be if it had overtaken something. Nothing overtakes on the way to where the capture is made.
     */
    private static final String REPEATED =
            "tcp.analysis.retransmission || tcp.analysis.fast_retransmission" + " || tcp.analysis.out_of_order";

    @TempDir
    private Path folder;

    private Path file;
    private Capture capture;
    private Recorder received;

    @BeforeEach
    void name() {
        file = folder.resolve("world.pcapng");
    }

    private static SimWorld world(Inet client, Inet server, Link.Direction up, TcpOptions options) {
        SimWorld world = new SimWorld(7, Worlds.START, SimCosts.FREE, new Streams.Tcp(options), Observer.NONE);
        world.add(new HostSpec("client", List.of(client), 1, 1));
        world.add(new HostSpec("server", List.of(server), 1, 1));
        world.add(new Link("access", "client", "server", up, CLEAN));
        return world;
    }

    /** Sends all it has and finishes; no protocol that Wireshark knows. */
    private static final class Uploader extends Recorder {
        private int left = TRANSFER;

        Uploader(Host host) {
            super(host);
        }

        @Override
        public void onOpen(Connection connection) {
            onWritable(connection);
        }

        @Override
        public void onWritable(Connection connection) {
            while (left > 0) {
                byte[] line = String.format("%07d%n", left).getBytes(StandardCharsets.US_ASCII);
                int part = Math.min(left, line.length);
                left -= part;
                if (!connection.send(ByteBuffer.wrap(line, 0, part))) {
                    return;
                }
            }
            connection.finish();
        }
    }

    private void upload(SimWorld world, Inet client, Inet server) {
        world.start("server", () -> host -> {
            received = new Recorder(host);
            host.listen(server.withPort(PORT), StreamOptions.DEFAULT, _ -> received);
        });
        world.start(
                "client",
                () -> host ->
                        host.connect(client, server.withPort(PORT), StreamOptions.DEFAULT, 0, new Uploader(host)));
        world.run(60_000 * MS);
    }

    private Tshark captured(SimWorld world, Inet client, Inet server) throws IOException {
        capture = world.capture(Files.newOutputStream(file), Long.MAX_VALUE, "a test");
        upload(world, client, server);
        capture.close();
        assertThat(capture.failure()).isEmpty();
        assertThat(received.received.size()).isEqualTo(TRANSFER);
        return new Tshark(file);
    }

    private static Link.Direction lossy(double loss) {
        return CLEAN.with(Packets.DEFAULT.impaired(Impairment.loss(loss)));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.2, 0, CUBIC",
        "10.0.0.1, 10.0.0.2, 0.02, CUBIC",
        "10.0.0.1, 10.0.0.2, 0.02, NEW_RENO",
        "fd00::1, fd00::2, 0.02, CUBIC"
    })
    void wiresharkSeesAsManyRetransmissionsAsTheSenderMade(
            String from, String to, double loss, TcpOptions.CongestionControl control) throws IOException {
        Inet client = Address.inet(from, 0);
        Inet server = Address.inet(to, 0);
        SimWorld world = world(client, server, lossy(loss), options(control));

        Tshark tshark = captured(world, client, server);

        assertThat(tshark.faults()).isEmpty();
        assertThat(tshark.count("tcp.checksum.status == 1")).isEqualTo((int) capture.packets());
        assertThat(tshark.count(REPEATED)).isEqualTo((int) capture.retransmissions());
        assertThat(tshark.count("frame.comment contains \"lost on link access client->server\""))
                .isEqualTo((int) Worlds.resource(world, "access client->server").lost());
        assertThat(tshark.count("frame.comment contains \"dropped: queue of link access client->server full\""))
                .isEqualTo((int) Worlds.resource(world, "access client->server").refused());
        assertThat(tshark.stream()).isEqualTo(received.text());
    }

    private static TcpOptions options(TcpOptions.CongestionControl control) {
        TcpOptions d = TcpOptions.DEFAULT;
        return new TcpOptions(
                control,
                d.recovery(),
                d.sack(),
                d.timestamps(),
                d.initialWindowSegments(),
                d.delayedAckSegments(),
                d.delayedAckNanos(),
                d.initialRtoNanos(),
                d.minRtoNanos(),
                d.hyStartDivisor());
    }

    @Test
    void theHandshakeAndTheEndAreThere() throws IOException {
        Inet client = Address.inet("10.0.0.1", 0);
        Inet server = Address.inet("10.0.0.2", 0);
        Tshark tshark = captured(world(client, server, CLEAN, TcpOptions.DEFAULT), client, server);

        assertThat(tshark.fields(
                        "tcp.flags.syn == 1 || tcp.flags.fin == 1",
                        "tcp.flags.syn",
                        "tcp.flags.fin",
                        "tcp.flags.ack",
                        "tcp.options.mss_val",
                        "tcp.window_size_scalefactor"))
                .hasSize(4);
        assertThat(tshark.count("tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment"))
                .isZero();
        assertThat(tshark.count("tcp.completeness == 31")).isPositive(); // SYN, SYN-ACK, ACK, data, FIN
    }

    @Test
    void aConnectionToNobodyIsRefusedWithAReset() throws IOException {
        Inet client = Address.inet("10.0.0.1", 0);
        Inet server = Address.inet("10.0.0.2", 0);
        SimWorld world = world(client, server, CLEAN, TcpOptions.DEFAULT);
        try (Capture _ = world.capture(Files.newOutputStream(file), Long.MAX_VALUE, "")) {
            world.start(
                    "client",
                    () -> host ->
                            host.connect(client, server.withPort(PORT), StreamOptions.DEFAULT, 0, new Recorder(host)));
            world.run(1_000 * MS);
        }
        Tshark tshark = new Tshark(file);

        assertThat(tshark.faults()).isEmpty();
        assertThat(tshark.fields("tcp", "tcp.flags.syn", "tcp.flags.reset", "tcp.ack"))
                .containsExactly("1|0|0", "0|1|1");
    }

    @Test
    void watchingChangesNothing() {
        Inet client = Address.inet("10.0.0.1", 0);
        Inet server = Address.inet("10.0.0.2", 0);
        SimWorld unwatched = world(client, server, lossy(0.02), TcpOptions.DEFAULT);
        upload(unwatched, client, server);
        SimWorld watched = world(client, server, lossy(0.02), TcpOptions.DEFAULT);
        try (Capture _ = watched.capture(OutputStream.nullOutputStream(), Long.MAX_VALUE, "")) {
            upload(watched, client, server);
        }

        assertThat(watched.traceHash()).isEqualTo(unwatched.traceHash());
        assertThatThrownBy(() -> watched.capture(OutputStream.nullOutputStream(), Long.MAX_VALUE, ""))
                .hasMessageContaining("before the world runs");
    }
}

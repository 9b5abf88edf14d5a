package dev.chokepoint.sim.pcap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.sim.pcap.PcapngWriter.Flow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hand-made captures as Wireshark reads them. */
class TsharkTest {
    private static final long START = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond() * 1_000_000_000;
    private static final ByteBuffer NO_OPTIONS = ByteBuffer.allocate(0);

    @TempDir
    private Path folder;

    private final PacketBytes packets = new PacketBytes();
    private final SplittableRandom random = new SplittableRandom(1);
    private Path file;
    private PcapngWriter capture;

    @BeforeEach
    void begin() throws IOException {
        file = folder.resolve("hand-made.pcapng");
        capture = new PcapngWriter(Files.newOutputStream(file), Long.MAX_VALUE, "Chokepoint", "seed 7");
        capture.addInterface("access", "outbound is client->server", 10_000_000, 10_000_000);
        capture.addInterface("core", "outbound is server->db", 1_000_000, 2_000_000);
    }

    @AfterEach
    void end() throws IOException {
        capture.close();
    }

    private Tshark read() throws IOException {
        capture.flush();
        return new Tshark(file);
    }

    private ByteBuffer payload(int bytes) {
        byte[] payload = new byte[bytes];
        random.nextBytes(payload);
        return ByteBuffer.wrap(payload);
    }

    @Test
    void interfacesDirectionsTimesAndCommentsAreSeen() throws IOException {
        IpHeader there = HeadersTest.ip("10.0.0.1", "10.0.0.2", 1, false);
        IpHeader back = HeadersTest.ip("10.0.0.2", "10.0.0.1", 1, false);
        capture.packet(
                0, START + 1, Flow.OUTBOUND, packets.udp(there, new UdpHeader(7000, 9), payload(3)), "dropped: why");
        capture.packet(
                1, START + 1_000_000_002, Flow.INBOUND, packets.udp(back, new UdpHeader(9, 7000), payload(4)), "");

        Tshark tshark = read();

        assertThat(tshark.fields(
                        "frame",
                        "frame.interface_name",
                        "frame.interface_description",
                        "frame.packet_flags_direction",
                        "frame.time_epoch",
                        "frame.comment"))
                .containsExactly(
                        "access|outbound is client->server|0x00000002|1767225600.000000001|dropped: why",
                        "core|outbound is server->db|0x00000001|1767225601.000000002|");
        assertThat(tshark.capinfos())
                .contains("Wireshark/... - pcapng")
                .contains("Raw IP")
                .contains("Capture application: Chokepoint")
                .contains("Capture comment:     seed 7")
                .contains("Time precision = nanoseconds (9)")
                .contains("Number of packets:   2")
                .contains("Speed = 10000000");
        assertThat(tshark.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1, 10.0.0.2", "fd00::1, fd00::2"})
    void segmentsOfEveryLengthHaveGoodChecksums(String from, String to) throws IOException {
        IpHeader ip = HeadersTest.ip(from, to, 0, true);
        int seq = random.nextInt();
        for (int bytes = 0; bytes < 100; bytes++) {
            TcpHeader tcp =
                    new TcpHeader(50_001, 50_002, seq, 1, TcpHeader.ACK | TcpHeader.PSH, 1000 + bytes, NO_OPTIONS);
            capture.packet(0, START + bytes, Flow.OUTBOUND, packets.tcp(ip, tcp, payload(bytes)), "");
            capture.packet(
                    0,
                    START + bytes,
                    Flow.OUTBOUND,
                    packets.udp(ip, new UdpHeader(50_001, 50_002), payload(bytes)),
                    "");
            seq += bytes;
        }
        Tshark tshark = read();

        assertThat(tshark.faults()).isEmpty();
        assertThat(tshark.count("tcp.checksum.status == 1")).isEqualTo(100);
        assertThat(tshark.count("udp.checksum.status == 1")).isEqualTo(100);
    }

    @Test
    void aBrokenChecksumIsNoticed() throws IOException {
        IpHeader ip = HeadersTest.ip("10.0.0.1", "10.0.0.2", 0, true);
        ByteBuffer packet = packets.udp(ip, new UdpHeader(1, 2), payload(10));
        packet.put(30, (byte) ~packet.get(30));
        capture.packet(0, START, Flow.OUTBOUND, packet, "");

        assertThat(read().faults()).hasSize(1);
    }

    @Test
    void optionsAreUnderstood() throws IOException {
        IpHeader ip = HeadersTest.ip("10.0.0.1", "10.0.0.2", 0, true);
        ByteBuffer syn = new TcpOptionBytes()
                .maximumSegment(1460)
                .sackPermitted()
                .timestamps(11, 0)
                .windowScale(7)
                .bytes();
        ByteBuffer sack =
                new TcpOptionBytes().timestamps(12, 11).sack(200, 300, 400, 500).bytes();
        capture.packet(
                0,
                START,
                Flow.OUTBOUND,
                packets.tcp(ip, new TcpHeader(1024, 80, 99, 0, TcpHeader.SYN, 65535, syn), NO_OPTIONS),
                "");
        capture.packet(
                0,
                START + 1,
                Flow.OUTBOUND,
                packets.tcp(ip, new TcpHeader(1024, 80, 100, 100, TcpHeader.ACK, 65535, sack), NO_OPTIONS),
                "");
        Tshark tshark = read();

        assertThat(tshark.faults()).isEmpty();
        assertThat(tshark.fields(
                        "tcp.flags.syn == 1 && tcp.options.sack_perm",
                        "tcp.options.mss_val",
                        "tcp.options.wscale.shift",
                        "tcp.options.timestamp.tsval"))
                .containsExactly("1460|7|11");
        assertThat(tshark.fields(
                        "tcp.flags.syn == 0",
                        "tcp.options.timestamp.tsecr",
                        "tcp.options.sack_le",
                        "tcp.options.sack_re"))
                .containsExactly("11|101,301|201,401");
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1, 10.0.0.2, 1480", "fd00::1, fd00::2, 1448"})
    void fragmentsAreReassembledWithAGoodChecksum(String from, String to, int most) throws IOException {
        ByteBuffer payload = payload(65_507);
        for (int id : new int[] {3, 4}) {
            IpHeader ip = HeadersTest.ip(from, to, id, false);
            for (int offset = 0; offset < 65_515; offset += most) {
                int bytes = Math.min(most, 65_515 - offset);
                ByteBuffer part = packets.udpFragment(ip, new UdpHeader(7, 9), payload, offset, bytes);
                capture.packet(0, START + offset, Flow.OUTBOUND, part, "");
            }
        }
        Tshark tshark = read();

        assertThat(tshark.faults()).isEmpty();
        assertThat(tshark.fields("udp", "udp.length", "udp.checksum.status")).isEqualTo(List.of("65515|1", "65515|1"));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.2, icmp.type == 3 && icmp.code == 3",
        "fd00::1, fd00::2, icmpv6.type == 1 && icmpv6.code == 4"
    })
    void aRefusalQuotesItsDatagram(String from, String to, String refusals) throws IOException {
        ByteBuffer datagram = new PacketBytes()
                .udp(
                        HeadersTest.ip(from, to, 0, false),
                        new UdpHeader(7000, 9),
                        ByteBuffer.wrap("hi".getBytes(US_ASCII)));
        ByteBuffer refusal = packets.portUnreachable(HeadersTest.ip(to, from, 0, false), datagram);
        capture.packet(0, START, Flow.OUTBOUND, datagram, "");
        capture.packet(0, START + 1, Flow.INBOUND, refusal, "");
        Tshark tshark = read();

        assertThat(tshark.faults()).isEmpty();
        assertThat(tshark.fields(refusals, "udp.srcport", "udp.dstport")).containsExactly("7000|9");
    }
}

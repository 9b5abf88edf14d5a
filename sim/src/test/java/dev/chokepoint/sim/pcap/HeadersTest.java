package dev.chokepoint.sim.pcap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Headers byte by byte; that Wireshark agrees is {@link TsharkTest}'s. */
class HeadersTest {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final PacketBytes packets = new PacketBytes();

    static IpHeader ip(String from, String to, int id, boolean dontFragment) {
        return new IpHeader(InetAddress.ofLiteral(from), InetAddress.ofLiteral(to), 64, id, dontFragment);
    }

    private static String hex(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(bytes.position(), copy);
        return HexFormat.of().formatHex(copy);
    }

    /** The header of many textbooks, whose checksum is b861. */
    @Test
    void anIpv4HeaderHasItsChecksum() {
        ByteBuffer packet =
                packets.udp(ip("192.168.0.1", "192.168.0.199", 0, true), new UdpHeader(1, 2), ByteBuffer.allocate(87));

        assertThat(hex(packet)).startsWith("450000730000400040" + "11b861c0a80001c0a800c7");
    }

    /** By hand: 0a00 0001 0a00 0002 0011 000a, 0007 0009 000a, "hi" sum to 7ca1. */
    @Test
    void aDatagramsChecksumCoversPseudoHeaderAndPayload() {
        ByteBuffer packet = packets.udp(
                ip("10.0.0.1", "10.0.0.2", 7, false), new UdpHeader(7, 9), ByteBuffer.wrap("hi".getBytes(US_ASCII)));

        assertThat(hex(packet.position(20))).isEqualTo("00070009" + "000a" + "835e" + "6869");
    }

    /** RFC 768: a checksum of zero is sent as all ones, for zero would mean that there is none. */
    @Test
    void aDatagramsChecksumIsNeverZero() {
        ByteBuffer payload = ByteBuffer.allocate(2).putShort((short) 0).flip();
        IpHeader ip = ip("10.0.0.1", "10.0.0.2", 0, false);
        int others = packets.udp(ip, new UdpHeader(7, 9), payload).getShort(20 + 6) & 0xffff;
        payload.putShort(0, (short) others); // now everything sums to ffff

        assertThat(packets.udp(ip, new UdpHeader(7, 9), payload).getShort(20 + 6) & 0xffff)
                .isEqualTo(0xffff);
    }

    @Test
    void fragmentsShareTheIdAndOnlyTheFirstHasTheUdpHeader() {
        byte[] payload = "abcdefghijklmnopqrst".getBytes(US_ASCII);
        IpHeader v4 = ip("10.0.0.1", "10.0.0.2", 0x1234, false);
        UdpHeader udp = new UdpHeader(7, 9);

        String first = hex(packets.udpFragment(v4, udp, ByteBuffer.wrap(payload), 0, 16));
        String last = hex(packets.udpFragment(v4, udp, ByteBuffer.wrap(payload), 16, 12));

        assertThat(first).startsWith("4500" + "0024" + "1234" + "2000").contains("00070009" + "001c");
        assertThat(last).startsWith("4500" + "0020" + "1234" + "0002").endsWith("696a6b6c6d6e6f7071727374");
    }

    @Test
    void ipv6FragmentsCarryAnExtensionHeader() {
        IpHeader v6 = ip("fd00::1", "fd00::2", 0x12345678, false);

        String last = hex(packets.udpFragment(v6, new UdpHeader(7, 9), ByteBuffer.allocate(20), 16, 12));

        assertThat(last).startsWith("60000000" + "0014" + "2c" + "40").hasSize(2 * (40 + 8 + 12));
        assertThat(last.substring(80, 96)).isEqualTo("1100" + "0010" + "12345678");
    }

    @Test
    void tcpOptionsArePaddedOnce() {
        ByteBuffer syn = new TcpOptionBytes()
                .maximumSegment(1460)
                .sackPermitted()
                .timestamps(1, 0)
                .windowScale(7)
                .bytes();
        ByteBuffer ack = new TcpOptionBytes().timestamps(2, 1).sack(10, 20).bytes();

        assertThat(hex(syn)).isEqualTo("020405b4" + "0402" + "080a0000000100000000" + "01030307");
        assertThat(hex(ack)).isEqualTo("080a0000000200000001" + "050a0000000a00000014");
        assertThat(hex(new TcpOptionBytes().timestamps(2, 1).bytes())).isEqualTo("0101080a0000000200000001");
        assertThat(new TcpOptionBytes().bytes().remaining()).isZero();
    }

    @Test
    void aTcpHeaderCountsItsOptions() {
        TcpHeader tcp = new TcpHeader(
                80,
                81,
                1,
                2,
                TcpHeader.ACK,
                0xffff,
                new TcpOptionBytes().timestamps(2, 1).bytes());

        String packet = hex(packets.tcp(ip("10.0.0.1", "10.0.0.2", 0, true), tcp, NOTHING));

        assertThat(packet).hasSize(2 * (20 + 32)).contains("00500051" + "00000001" + "00000002" + "8010ffff");
    }

    @Test
    void whatCantBeWrittenIsRefused() {
        assertThatThrownBy(() -> ip("10.0.0.1", "fd00::1", 0, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("10.0.0.1 to fd00:0:0:0:0:0:0:1: one is IPv4, one is IPv6");
        assertThatThrownBy(() -> new TcpHeader(1, 2, 3, 4, 0, 65536, NOTHING)).hasMessageContaining("0 to 65535");
        assertThatThrownBy(() -> new TcpHeader(1, 2, 3, 4, 0, 0, ByteBuffer.allocate(3)))
                .hasMessageContaining("whole words of 4");
    }
}

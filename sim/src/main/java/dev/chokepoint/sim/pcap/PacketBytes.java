package dev.chokepoint.sim.pcap;

import java.nio.ByteBuffer;

/**
 * Puts packets together, one at a time: each result is valid until the next. Payloads are read from position to limit and not
 * moved. Checksums cover the payload, also in the first fragment of a datagram.
 */
public final class PacketBytes {
    /** As much as IP's length fields can say, with IPv6's header. */
    private static final int MOST_BYTES = 65_535 + IpHeader.V6_BYTES;

    private final ByteBuffer packet = ByteBuffer.allocate(MOST_BYTES);
    private final ByteBuffer segment = ByteBuffer.allocate(MOST_BYTES);

    /**
     * A TCP segment.
     *
     * @param ip its IP header
     * @param tcp its TCP header
     * @param payload what it carries, may be empty
     * @return the whole packet
     */
    public ByteBuffer tcp(IpHeader ip, TcpHeader tcp, ByteBuffer payload) {
        return tcpFragment(ip, tcp, payload, 0, tcp.bytes() + payload.remaining());
    }

    /**
     * A part of a TCP segment, counted in bytes of its TCP header and payload together.
     *
     * @param ip its IP header
     * @param tcp the whole segment's TCP header
     * @param payload what the whole segment carries
     * @param offset where the part begins, a multiple of 8
     * @param bytes how much of the segment it carries; a multiple of 8 unless it is the last part
     * @return the whole packet
     */
    public ByteBuffer tcpFragment(IpHeader ip, TcpHeader tcp, ByteBuffer payload, int offset, int bytes) {
        segment.clear();
        tcp.write(segment, ip, payload.slice());
        segment.put(payload.slice()).flip();
        packet.clear();
        ip.write(packet, Protocol.TCP, new IpHeader.Part(offset, bytes, offset + bytes == segment.remaining()));
        return packet.put(segment.slice(offset, bytes)).flip();
    }

    /**
     * A UDP datagram in one packet.
     *
     * @param ip its IP header
     * @param udp its UDP header
     * @param payload what it carries, may be empty
     * @return the whole packet
     */
    public ByteBuffer udp(IpHeader ip, UdpHeader udp, ByteBuffer payload) {
        return udpFragment(ip, udp, payload, 0, UdpHeader.BYTES + payload.remaining());
    }

    /**
     * A part of a UDP datagram, counted in bytes of its UDP header and payload together.
     *
     * @param ip its IP header
     * @param udp its UDP header, which only the first part carries
     * @param payload what the whole datagram carries
     * @param offset where the part begins, a multiple of 8
     * @param bytes how much of the datagram it carries; a multiple of 8 unless it is the last part
     * @return the whole packet
     */
    public ByteBuffer udpFragment(IpHeader ip, UdpHeader udp, ByteBuffer payload, int offset, int bytes) {
        ByteBuffer data = payload.slice();
        boolean last = offset + bytes == UdpHeader.BYTES + data.remaining();
        packet.clear();
        ip.write(packet, Protocol.UDP, new IpHeader.Part(offset, bytes, last));
        if (offset == 0) {
            udp.write(packet, ip, data);
        }
        int from = Math.max(0, offset - UdpHeader.BYTES);
        int to = offset + bytes - UdpHeader.BYTES;
        return packet.put(data.slice(from, to - from)).flip();
    }

    /**
     * "Nobody is bound to this port" (RFC 792 type 3 code 3, RFC 4443 type 1 code 4), with the beginning of the datagram that
     * found nobody.
     *
     * @param ip the answer's IP header, from whom the datagram was for
     * @param refused the datagram's whole packet, or as much of it as is quoted
     * @return the whole packet
     */
    public ByteBuffer portUnreachable(IpHeader ip, ByteBuffer refused) {
        ByteBuffer quoted = refused.slice();
        packet.clear();
        ip.write(packet, Protocol.ICMP, IpHeader.Part.whole(8 + quoted.remaining()));
        int start = packet.position();
        packet.put((byte) (ip.isV4() ? 3 : 1)).put((byte) (ip.isV4() ? 3 : 4));
        packet.putShort((short) 0).putInt(0).put(quoted);
        long covered = ip.isV4() ? 0 : ip.pseudoHeaderSum(Protocol.ICMP, packet.position() - start);
        long sum = covered + Checksum.sum(packet, start, packet.position());
        packet.putShort(start + 2, (short) Checksum.of(sum));
        return packet.flip();
    }
}

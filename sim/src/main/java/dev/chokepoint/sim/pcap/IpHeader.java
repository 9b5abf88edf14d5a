package dev.chokepoint.sim.pcap;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * What an IP packet's header says: IPv4 (RFC 791) or IPv6 (RFC 8200), as its addresses are.
 *
 * @param from the sender, of the same family as {@code to}
 * @param to the receiver
 * @param hopLimit hops still allowed (IPv4: time to live), 0 to 255
 * @param id what fragments of one datagram share; IPv4 carries 16 bits of it, IPv6 carries it in fragments only
 * @param dontFragment IPv4: routers must not fragment it; IPv6 routers never do
 */
public record IpHeader(InetAddress from, InetAddress to, int hopLimit, int id, boolean dontFragment) {
    /** IPv4 without options. */
    static final int V4_BYTES = 20;

    static final int V6_BYTES = 40;

    /** IPv6's fragment extension header. */
    static final int V6_FRAGMENT_BYTES = 8;

    private static final int V6_FRAGMENT = 44;
    private static final int DONT_FRAGMENT = 0x4000;

    /** Which part of a datagram a packet carries; {@code offset} and, unless it is the last, {@code bytes} in whole 8 bytes. */
    record Part(int offset, int bytes, boolean last) {
        static Part whole(int bytes) {
            return new Part(0, bytes, true);
        }

        boolean isWhole() {
            return offset == 0 && last;
        }
    }

    /** Checks the families and the hop limit. */
    public IpHeader {
        if (from.getClass() != to.getClass()) {
            throw new IllegalArgumentException(
                    from.getHostAddress() + " to " + to.getHostAddress() + ": one is IPv4, one is IPv6");
        }
        if (hopLimit < 0 || hopLimit > 255) {
            throw new IllegalArgumentException("hop limit " + hopLimit + ": must be 0 to 255");
        }
    }

    boolean isV4() {
        return from instanceof Inet4Address;
    }

    /** Appends this header, of a packet that carries {@code part}. */
    void write(ByteBuffer target, Protocol protocol, Part part) {
        if (isV4()) {
            writeV4(target, protocol, part);
        } else {
            writeV6(target, protocol, part);
        }
    }

    private void writeV4(ByteBuffer target, Protocol protocol, Part part) {
        int start = target.position();
        target.put((byte) 0x45).put((byte) 0).putShort((short) (V4_BYTES + part.bytes()));
        int flags = (dontFragment ? DONT_FRAGMENT : 0) | (part.last() ? 0 : 0x2000);
        target.putShort((short) id).putShort((short) (flags | part.offset() / 8));
        target.put((byte) hopLimit).put((byte) protocol.number(true)).putShort((short) 0);
        target.put(from.getAddress()).put(to.getAddress());
        target.putShort(start + 10, (short) Checksum.of(Checksum.sum(target, start, start + V4_BYTES)));
    }

    private void writeV6(ByteBuffer target, Protocol protocol, Part part) {
        int extension = part.isWhole() ? 0 : V6_FRAGMENT_BYTES;
        int next = part.isWhole() ? protocol.number(false) : V6_FRAGMENT;
        target.putInt(0x6000_0000).putShort((short) (extension + part.bytes()));
        target.put((byte) next).put((byte) hopLimit);
        target.put(from.getAddress()).put(to.getAddress());
        if (!part.isWhole()) {
            target.put((byte) protocol.number(false)).put((byte) 0);
            target.putShort((short) (part.offset() | (part.last() ? 0 : 1))).putInt(id);
        }
    }

    /** The sum of the pseudo-header that UDP, TCP and ICMPv6 checksums cover (RFC 9293 section 3.1, RFC 8200 section 8.1). */
    long pseudoHeaderSum(Protocol protocol, int bytes) {
        return Checksum.sum(ByteBuffer.wrap(from.getAddress()))
                + Checksum.sum(ByteBuffer.wrap(to.getAddress()))
                + protocol.number(isV4())
                + bytes;
    }
}

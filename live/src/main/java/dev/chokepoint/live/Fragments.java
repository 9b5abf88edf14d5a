package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.Packets;

/**
 * The IP packets that a datagram needs on a link (RFC 791 section 2.3; RFC 8200 section 4.5): all but the last are of one
 * length. Lengths are on the wire, with all headers and the link's framing. Over real sockets the datagram itself stays whole.
 *
 * @param count how many, at least 1
 * @param firstBytes the first one's length
 * @param lastBytes the last one's
 */
record Fragments(int count, int firstBytes, int lastBytes) {
    private static final int UDP_HEADER = 8;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int IPV6_FRAGMENT_HEADER = 8;
    /** Offsets count in units of this. */
    private static final int UNIT = 8;

    static Fragments of(int datagramBytes, Address.Family family, Packets packets) {
        int header = family == Address.Family.IPV6 ? IPV6_HEADER : IPV4_HEADER;
        int content = datagramBytes + UDP_HEADER;
        if (content + header <= packets.mtuBytes()) {
            int bytes = content + header + packets.framingBytes();
            return new Fragments(1, bytes, bytes);
        }
        int headers = header + (family == Address.Family.IPV6 ? IPV6_FRAGMENT_HEADER : 0);
        int each = (packets.mtuBytes() - headers) / UNIT * UNIT;
        int count = (content + each - 1) / each;
        int extra = headers + packets.framingBytes();
        return new Fragments(count, each + extra, content - (count - 1) * each + extra);
    }

    int bytes(int index) {
        return index == count - 1 ? lastBytes : firstBytes;
    }

    /** All of them together. */
    int bytes() {
        return (count - 1) * firstBytes + lastBytes;
    }
}

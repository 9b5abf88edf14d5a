package dev.chokepoint.sim;

import dev.chokepoint.host.Address.Inet;
import dev.chokepoint.sim.pcap.IpHeader;
import dev.chokepoint.sim.pcap.PacketBytes;
import dev.chokepoint.sim.pcap.UdpHeader;
import java.nio.ByteBuffer;

/** Packets as the bytes that a real network would carry. Each result is valid until the next. */
final class Frames {
    /** What hosts send with (RFC 1700). */
    private static final int HOP_LIMIT = 64;

    private final PacketBytes bytes = new PacketBytes();
    private final PacketBytes quoted = new PacketBytes();

    ByteBuffer of(Packet packet) {
        return switch (packet.cargo()) {
            case Datagram datagram -> datagram(packet, datagram);
            case Unreachable answer -> refusal(packet, answer.datagram());
            default -> throw new IllegalStateException("no packet carries " + packet.cargo());
        };
    }

    private ByteBuffer datagram(Packet packet, Datagram datagram) {
        IpHeader ip = ip(packet, false);
        return bytes.udpFragment(ip, udp(datagram), datagram.view(), packet.offset(), packet.length());
    }

    /** Quotes the headers of the datagram as it arrived. */
    private ByteBuffer refusal(Packet packet, Datagram refused) {
        IpHeader ip = ip(packet, false);
        IpHeader original = new IpHeader(ip.to(), ip.from(), HOP_LIMIT, 0, false);
        ByteBuffer whole = quoted.udp(original, udp(refused), refused.view());
        return bytes.portUnreachable(ip, whole.limit(packet.length() - Unreachable.HEADER_BYTES));
    }

    private static UdpHeader udp(Datagram datagram) {
        return new UdpHeader(datagram.from().at().port(), datagram.to().at().port());
    }

    private static IpHeader ip(Packet packet, boolean dontFragment) {
        Inet from = packet.from().at();
        Inet to = packet.to().at();
        return new IpHeader(from.ip(), to.ip(), HOP_LIMIT - packet.hopsBehind(), (int) packet.id(), dontFragment);
    }
}

package dev.chokepoint.sim;

import dev.chokepoint.host.Address.Inet;
import dev.chokepoint.sim.pcap.IpHeader;
import dev.chokepoint.sim.pcap.PacketBytes;
import dev.chokepoint.sim.pcap.TcpHeader;
import dev.chokepoint.sim.pcap.TcpOptionBytes;
import dev.chokepoint.sim.pcap.UdpHeader;
import dev.chokepoint.sim.tcp.Segment;
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
            case TcpCargo segment -> segment(packet, segment);
            case Unreachable answer -> refusal(packet, answer.datagram());
            default -> throw new IllegalStateException("no packet carries " + packet.cargo());
        };
    }

    private ByteBuffer datagram(Packet packet, Datagram datagram) {
        IpHeader ip = ip(packet, false);
        return bytes.udpFragment(ip, udp(datagram), datagram.view(), packet.offset(), packet.length());
    }

    private ByteBuffer segment(Packet packet, TcpCargo cargo) {
        return bytes.tcpFragment(
                ip(packet, !packet.isFragment()),
                tcp(packet, cargo),
                cargo.payload(),
                packet.offset(),
                packet.length());
    }

    private static TcpHeader tcp(Packet packet, TcpCargo cargo) {
        Segment segment = cargo.segment();
        Transcript theirs = heard(cargo);
        boolean acknowledges = segment.has(Segment.ACK);
        return new TcpHeader(
                packet.from().at().port(),
                packet.to().at().port(),
                cargo.isRefusal() ? (int) segment.seq : said(cargo.origin()).sequence(segment.seq),
                acknowledges ? theirs.sequence(segment.ack) : 0,
                segment.flags,
                window(cargo),
                options(segment, theirs));
    }

    /** A SYN's window is told in bytes (RFC 7323 section 2.2). */
    private static int window(TcpCargo cargo) {
        Segment segment = cargo.segment();
        boolean inBytes = segment.has(Segment.SYN) || cargo.isRefusal();
        return segment.windowBytes >> (inBytes ? 0 : said(cargo.origin()).windowScale());
    }

    /** Whom a segment answers. */
    private static Transcript heard(TcpCargo cargo) {
        return said(cargo.isRefusal() ? cargo.origin() : cargo.origin().peer());
    }

    private static Transcript said(TcpOutbound end) {
        return end.transcript().orElseThrow();
    }

    private static ByteBuffer options(Segment segment, Transcript theirs) {
        TcpOptionBytes options = new TcpOptionBytes();
        if (segment.mss > 0) {
            options.maximumSegment(segment.mss);
        }
        if (segment.sackPermitted) {
            options.sackPermitted();
        }
        if (segment.timestamps) {
            options.timestamps(millis(segment.tsValueNanos), millis(segment.tsEchoNanos));
        }
        if (segment.windowScale >= 0) {
            options.windowScale(segment.windowScale);
        }
        if (segment.sackCount > 0) {
            options.sack(blocks(segment, theirs));
        }
        return options.bytes();
    }

    /** The clock of time stamps ticks every millisecond, as Linux's does (RFC 7323 section 5.4). */
    private static int millis(long nanos) {
        return (int) (nanos / 1_000_000);
    }

    private static int[] blocks(Segment segment, Transcript theirs) {
        int[] edges = new int[2 * segment.sackCount];
        for (int i = 0; i < segment.sackCount; i++) {
            edges[2 * i] = theirs.sequence(segment.sackFrom(i));
            edges[2 * i + 1] = theirs.sequence(segment.sackTo(i));
        }
        return edges;
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

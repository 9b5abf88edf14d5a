package dev.chokepoint.lab.diagnose;

import dev.chokepoint.host.Address.Family;
import dev.chokepoint.host.world.Packets;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Transport;

/**
 * How many bytes a link carries for a message: its own, and the headers and acknowledgements that its transport adds. What is
 * sent again is not counted, so that demands are the least that they can be.
 *
 * @param transport what carries the message
 * @param ipHeaderBytes of every packet (RFC 791: 20, RFC 8200: 40)
 */
record OnWire(Transport transport, int ipHeaderBytes) {
    private static final int TCP_HEADER_BYTES = 20;
    private static final int TIMESTAMPS_BYTES = 12;
    private static final int UDP_HEADER_BYTES = 8;

    static OnWire of(Scenario scenario) {
        return new OnWire(scenario.transport(), scenario.family() == Family.IPV6 ? 40 : 20);
    }

    /** The bytes of one message on a link that treats packets so. */
    double bytes(long message, Packets packets) {
        return switch (transport) {
            case Transport.Ideal _ -> message;
            case Transport.Tcp tcp -> message + segments(message, tcp, packets) * header(tcp, packets);
            case Transport.Udp _ -> message + UDP_HEADER_BYTES + fragments(message, packets) * ip(packets);
        };
    }

    /** The bytes of the acknowledgements of a message, on a link in the other direction; the last rides on the answer. */
    double acknowledgementBytes(long message, Packets packets) {
        if (!(transport instanceof Transport.Tcp tcp)) {
            return 0;
        }
        double full = Math.floor((double) message / segmentBytes(tcp, packets));
        return Math.floor(full / tcp.options().delayedAckSegments()) * header(tcp, packets);
    }

    private double segments(long message, Transport.Tcp tcp, Packets packets) {
        return Math.ceil((double) message / segmentBytes(tcp, packets));
    }

    private int segmentBytes(Transport.Tcp tcp, Packets packets) {
        return packets.mtuBytes() - ipHeaderBytes - tcpHeader(tcp);
    }

    private int header(Transport.Tcp tcp, Packets packets) {
        return ip(packets) + tcpHeader(tcp);
    }

    private static int tcpHeader(Transport.Tcp tcp) {
        return TCP_HEADER_BYTES + (tcp.options().timestamps() ? TIMESTAMPS_BYTES : 0);
    }

    private double fragments(long message, Packets packets) {
        return Math.ceil((double) (message + UDP_HEADER_BYTES) / (packets.mtuBytes() - ipHeaderBytes));
    }

    private int ip(Packets packets) {
        return ipHeaderBytes + packets.framingBytes();
    }
}

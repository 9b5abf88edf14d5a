package dev.chokepoint.sim;

import dev.chokepoint.host.Address.Family;

/** Packets to be used again and again, and the way they enter a hop: in fragments that fit it. */
final class PacketPool {
    /** Fragments carry a multiple of this, except the last (RFC 791 section 3.1). */
    private static final int FRAGMENT_UNIT = 8;

    private final Engine engine;
    private Tap tap = Tap.NONE;
    private Packet free = null;
    private long identifications;

    PacketPool(Engine engine) {
        this.engine = engine;
    }

    Tap tap() {
        return tap;
    }

    boolean isTapped() {
        return !tap.equals(Tap.NONE);
    }

    void tap(Tap watcher) {
        tap = watcher;
    }

    /** A number for a new packet, shared by its fragments. */
    long identify() {
        return identifications++;
    }

    Packet take() {
        Packet packet = free;
        if (packet == null) {
            return new Packet(this, engine);
        }
        free = packet.next;
        return packet;
    }

    void give(Packet packet) {
        packet.cargo().released();
        packet.next = free;
        free = packet;
    }

    /** Sends a packet over a hop, in fragments if need be: IPv4 as the hop demands, IPv6 as the whole route does. */
    void send(Packet packet, Hop hop) {
        boolean v4 = packet.from().at().family() == Family.IPV4;
        int mtu = v4 ? hop.mtuBytes() : packet.route().mtuBytes();
        if (packet.ipBytes() <= mtu) {
            hop.send(packet);
        } else {
            sendInFragments(packet, hop, mtu);
        }
    }

    private void sendInFragments(Packet whole, Hop hop, int mtu) {
        int room = (mtu - whole.fragmentHeaderBytes()) / FRAGMENT_UNIT * FRAGMENT_UNIT;
        int end = whole.offset() + whole.length();
        for (int offset = whole.offset(); offset < end; offset += room) {
            Packet piece = take();
            piece.fragment(whole, offset, Math.min(room, end - offset));
            hop.send(piece);
        }
        give(whole);
    }
}

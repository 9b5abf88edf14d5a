package dev.chokepoint.sim;

/** An ICMP message that nobody has a datagram's port (RFC 792; RFC 4443 section 3.1), on its way to who sent it. */
final class Unreachable implements Cargo {
    /** Its own. */
    static final int HEADER_BYTES = 8;

    private final Datagram datagram;

    Unreachable(Datagram datagram) {
        this.datagram = datagram;
    }

    /** Its own header, and the datagram's IP and UDP headers. */
    int bytes() {
        return HEADER_BYTES + Packet.headerBytes(datagram.from().at()) + Datagram.HEADER_BYTES;
    }

    Datagram datagram() {
        return datagram;
    }

    @Override
    public boolean isDatagram() {
        return true;
    }

    @Override
    public void entered(Packet packet, Stage stage, long atNanos) {
        // belongs to no message
    }

    @Override
    public void left(Packet packet) {
        // no program waits for it to leave
    }

    @Override
    public void arrived(Packet packet) {
        datagram.sender().portUnreachable(datagram.to().at());
    }
}

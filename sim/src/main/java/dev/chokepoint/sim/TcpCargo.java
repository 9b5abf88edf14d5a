package dev.chokepoint.sim;

import dev.chokepoint.sim.tcp.Segment;
import java.nio.ByteBuffer;

/** A TCP segment on its way in a packet. Used again once no packet, nor copy of one, carries it any more. */
final class TcpCargo implements Cargo {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final TcpSockets sockets;
    private final Segment segment = new Segment();

    /** The next free one. */
    TcpCargo next = null;

    private TcpOutbound origin = null;
    private boolean refusal;

    /** Its bytes; only while a capture is under way. */
    private ByteBuffer payload = NOTHING;

    private int packets;

    TcpCargo(TcpSockets sockets) {
        this.sockets = sockets;
    }

    /** Makes it an empty segment of {@code sender}; a refusal goes to {@code sender} itself, in the name of nobody. */
    void prepare(TcpOutbound sender, boolean isRefusal) {
        segment.clear();
        origin = sender;
        refusal = isRefusal;
        payload = NOTHING;
    }

    /** Whose segment it is; a refusal's receiver. */
    TcpOutbound origin() {
        return origin;
    }

    /** Whether nobody sent it, because nobody listens. */
    boolean isRefusal() {
        return refusal;
    }

    ByteBuffer payload() {
        return payload;
    }

    void payload(ByteBuffer bytes) {
        payload = bytes;
    }

    Segment segment() {
        return segment;
    }

    @Override
    public void carried() {
        packets++;
    }

    @Override
    public void released() {
        if (--packets == 0) {
            sockets.give(this);
        }
    }

    @Override
    public boolean isDatagram() {
        return false;
    }

    @Override
    public void entered(Packet packet, Stage stage, long atNanos) {
        if (segment.length > 0 && !segment.isRetransmission) {
            origin.entered(segment, stage, atNanos);
        }
    }

    @Override
    public void left(Packet packet) {
        // what waits at its sender waits for windows, not for the link
    }

    @Override
    public void arrived(Packet packet) {
        if (refusal) {
            origin.receive(segment);
        } else {
            sockets.arrived(segment, origin);
        }
    }
}

package dev.chokepoint.live;

import dev.chokepoint.host.Payload;
import java.nio.ByteBuffer;

/** The sending half of one connection: what the program sent, on its way to the socket. Lane only. */
final class Outgoing {
    /** At most so much is handed to a socket that may not take it, so that memory and stages stay exact. */
    private static final long HAND_OVER = 64 << 10;

    private final Lane lane;
    private final Outbox outbox = new Outbox(Lane.allocator());
    private final Marks marks = new Marks();
    private SocketPort port; // null before the socket exists
    private Peers.Peer peer; // null as long as port is
    private long accepted;
    private long taken;

    Outgoing(Lane lane) {
        this.lane = lane;
    }

    void attach(SocketPort socket, Peers.Peer at) {
        port = socket;
        peer = at;
    }

    void add(ByteBuffer bytes) {
        accepted += bytes.remaining();
        outbox.add(bytes);
        mark();
    }

    void add(Payload payload) {
        accepted += payload.length();
        outbox.add(payload, lane.shared());
        mark();
    }

    private void mark() {
        LiveMeter meter = lane.meter();
        if (meter.isWorking()) {
            meter.sent();
            marks.add(meter.message(), accepted);
        }
    }

    /** Bytes that neither the kernel nor a link has taken yet. */
    long unsentBytes() {
        return outbox.bytes() + (port == null ? 0 : port.handedBytes());
    }

    /** What was sent before this has left the lane. */
    void announce(long nowNanos) {
        Stages stages = lane.meter().stages();
        while (marks.hasUnannounced()) {
            stages.observer().enter(marks.announce(), stages.window(), nowNanos);
        }
    }

    /** Moves on what can move. */
    void push() {
        while (outbox.bytes() > 0 && !port.isBlocked()) {
            long limit = taken + HAND_OVER;
            while (outbox.bytes() > 0 && taken < limit) {
                var chunk = outbox.take(limit - taken);
                taken += chunk.readableBytes();
                port.write(chunk);
            }
            arrived();
            port.flush();
        }
    }

    /** Stamped before the write: the peer may be awake before the write returns. */
    private void arrived() {
        if (marks.endsBy(taken)) {
            long now = System.nanoTime();
            while (marks.endsBy(taken)) {
                lane.meter().stages().observer().enter(marks.remove(), peer.inbox(), now);
            }
        }
    }

    void clear() {
        outbox.clear();
        marks.clear();
    }
}

package dev.chokepoint.live;

import dev.chokepoint.host.Payload;
import dev.chokepoint.host.world.TlsLayer;
import dev.chokepoint.host.world.Verdict;
import io.netty.buffer.ByteBuf;
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
    private LinkPath path; // null without a link
    private TlsLayer tls; // null in plain text
    private long windowBytes;
    private int way; // 0 before the socket exists
    private Runnable onRoom = () -> {};
    private long accepted;
    private long counted;
    private long taken;

    Outgoing(Lane lane) {
        this.lane = lane;
    }

    /** The stream is open. {@code room} runs whenever {@link #push} may get further. */
    void attach(SocketPort socket, Peers.Peer at, long window, Runnable room) {
        port = socket;
        peer = at;
        windowBytes = window;
        onRoom = room;
        if (at.link().isPresent()) {
            takePath();
        } else {
            port.report(onRoom, () -> {});
        }
    }

    private void takePath() {
        path = new LinkPath(lane, peer, port, windowBytes, onRoom);
        port.report(path::drained, path::kill);
    }

    /** From now on it is known which way this is, see {@link LiveMeter#way}. */
    void goes(int which) {
        way = which;
    }

    /** Whether it takes the way of a link: where there is one, and where a rule has ever had something against it. */
    private boolean takesPath(int bytes) {
        if (path == null && peer.isJudged() && !(peer.judge(bytes, false) instanceof Verdict.Pass)) {
            takePath();
        }
        return path != null;
    }

    /** From now on what is added is sealed first. */
    void seal(TlsLayer layer) {
        tls = layer;
    }

    private void addSealed(ByteBuffer bytes) {
        tls.send(bytes);
        if (tls.waitingBytes() == 0) {
            mark();
        }
    }

    /** Adds a record of TLS. */
    void addRecord(ByteBuffer record) {
        accepted += record.remaining();
        outbox.add(record);
    }

    void add(ByteBuffer bytes) {
        if (tls != null) {
            addSealed(bytes);
            return;
        }
        accepted += bytes.remaining();
        outbox.add(bytes);
        mark();
    }

    void add(Payload payload) {
        if (tls != null) {
            addSealed(payload.view());
            return;
        }
        accepted += payload.length();
        outbox.add(payload, lane.shared());
        mark();
    }

    private void mark() {
        LiveMeter meter = lane.meter();
        if (meter.isWorking()) {
            meter.sent();
            long copy = meter.copy(way);
            if (!marks.hasLast(copy)) {
                meter.copied(copy);
            }
            marks.add(copy, accepted);
        }
    }

    /** Bytes that neither the kernel nor a link has taken yet, and those that wait for TLS. */
    long unsentBytes() {
        long waiting = tls == null ? 0 : tls.waitingBytes();
        return waiting + outbox.bytes() + (port == null || path != null ? 0 : port.handedBytes());
    }

    /** What was sent before this has left the lane. */
    void announce(long nowNanos) {
        if (accepted > counted) {
            lane.units().wrote(accepted - counted);
            counted = accepted;
        }
        Stages stages = lane.meter().stages();
        while (marks.hasUnannounced()) {
            stages.observer().enter(marks.announce(), stages.window(), nowNanos);
        }
    }

    /** Moves on what can move. */
    void push() {
        if (path == null) {
            pushToSocket();
        }
        if (path != null) {
            pushIntoLink();
        }
    }

    private void pushToSocket() {
        while (outbox.bytes() > 0 && !port.isBlocked()) {
            if (takesPath((int) Math.min(outbox.firstBytes(), HAND_OVER))) {
                return;
            }
            long limit = taken + HAND_OVER;
            while (outbox.bytes() > 0 && taken < limit) {
                ByteBuf chunk = outbox.take(limit - taken);
                taken += chunk.readableBytes();
                port.write(chunk);
            }
            arrived();
            port.flush();
        }
    }

    private void pushIntoLink() {
        while (outbox.bytes() > 0) {
            long now = System.nanoTime();
            int room = path.room(outbox.firstBytes(), now);
            Piece piece = new Piece(Piece.Kind.BYTES, room);
            if (room == 0 || !path.admit(piece, now)) {
                return;
            }
            taken += room;
            path.carry(piece, outbox.take(room), taken);
            while (marks.endsBy(taken)) {
                path.carryMessage(marks.remove(), taken, now);
            }
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

    /** Everything has been pushed: FIN follows. */
    void finish() {
        if (takesPath(0)) {
            path.finish();
        } else {
            port.finish();
        }
    }

    /** After {@link #finish}: the socket closes once both sides are done, or after a while. */
    void closeGently() {
        if (path == null) {
            port.closeGently();
        } else {
            path.closeGently();
        }
    }

    void reset() {
        if (takesPath(0)) {
            path.reset();
        } else {
            port.reset();
        }
    }

    /** The process is dead: the socket closes behind what has left already. */
    void orphan() {
        if (takesPath(0)) {
            path.orphan();
        } else {
            port.close();
        }
    }

    /** The program has no use for what is left. */
    void clear() {
        outbox.clear();
        marks.clear();
    }
}

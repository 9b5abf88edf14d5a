package dev.chokepoint.live;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;

/** The receiving half of one connection: what has arrived, and when the program may have it. Lane only. */
final class Incoming {
    private final Lane lane;
    private final LiveConnection connection;
    private final Kept kept = new Kept();
    private boolean paused;
    private boolean ended; // nothing that still comes means anything
    private boolean peerFinished;
    private boolean endDelivered;

    Incoming(Lane lane, LiveConnection connection) {
        this.lane = lane;
        this.connection = connection;
    }

    void pause() {
        if (!paused) {
            paused = true;
            connection.read(false);
        }
    }

    void resume() {
        if (paused) {
            paused = false;
            begin();
        }
    }

    /** Reads on, from the moment that the connection is open. */
    void begin() {
        if (!connection.isReceiving() || paused) {
            return;
        }
        if (kept.isEmpty() && !peerFinished) {
            connection.read(true);
        } else {
            lane.execute(this::deliverKept);
        }
    }

    void received(ByteBuf bytes) {
        if (ended) {
            return;
        }
        if (!connection.isReceiving() || paused || !kept.isEmpty() || lane.inCallback()) {
            kept.add(bytes);
            return;
        }
        deliver(lane.readBuffer().view(bytes));
    }

    private void deliver(ByteBuffer bytes) {
        lane.units().read(bytes.remaining());
        if (lane.enter()) {
            try {
                lane.meter().given(connection.remote(), connection.local());
                connection.give(bytes);
            } catch (Throwable t) {
                lane.failed(t);
            } finally {
                lane.leave();
            }
        }
    }

    /** They come again when the program wants bytes. */
    void giveBack(ByteBuffer unread) {
        if (!ended) {
            kept.add(unread);
        }
    }

    private void deliverKept() {
        if (!mayDeliver()) {
            return;
        }
        if (!kept.isEmpty()) {
            ByteBuf bytes = kept.take();
            deliver(bytes.nioBuffer());
            bytes.release();
        }
        if (!mayDeliver()) {
            return;
        }
        if (peerFinished) {
            deliverEnd();
        } else {
            connection.read(true);
        }
    }

    private boolean mayDeliver() {
        return connection.isReceiving() && !paused;
    }

    /** Whether the program wants what is in the bytes. */
    boolean isWanted() {
        return mayDeliver() && !ended;
    }

    /** The stream has ended before its last byte. */
    void end() {
        ended = true;
        kept.clear();
        peerFinished();
    }

    void peerFinished() {
        peerFinished = true;
        if (mayDeliver() && kept.isEmpty()) {
            lane.outsideCallbacks(this::deliverEnd);
        }
    }

    private void deliverEnd() {
        if (mayDeliver() && !endDelivered) {
            endDelivered = true;
            connection.deliverEnd();
        }
    }

    boolean isEndDelivered() {
        return endDelivered;
    }

    boolean hasUnread() {
        return !kept.isEmpty();
    }

    void discard() {
        kept.clear();
    }
}

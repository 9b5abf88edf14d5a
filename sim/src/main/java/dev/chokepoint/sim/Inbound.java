package dev.chokepoint.sim;

import dev.chokepoint.host.Session;
import java.nio.ByteBuffer;

/** The receiving half of a connection: what has arrived, and when the program may have it. */
final class Inbound {
    /** For how long after this side's close the peer may go on sending before it is told that nobody listens. */
    private static final long LINGER_NANOS = 2_000_000_000L;

    private final SimConnection connection;
    private final Lane lane;

    private long readBytes;
    private long unreadBytes;
    private int givenBack;
    private boolean paused;
    private boolean readPosted;
    private boolean finArrived;
    private boolean ended;
    private boolean endPosted;
    private boolean endDelivered;
    private boolean discarding;
    private long lingerNanos = LINGER_NANOS;
    private long lingerUntilNanos = Long.MAX_VALUE;

    Inbound(SimConnection connection, Lane lane) {
        this.connection = connection;
        this.lane = lane;
    }

    /** Bytes arrive. */
    void arrived(long count) {
        unreadBytes += count;
        if (discarding || ended) {
            discardUnread();
            if (lane.engine().nowNanos() > lingerUntilNanos) {
                lingerUntilNanos = Long.MAX_VALUE;
                connection.carrier().reset();
            }
        } else {
            offer();
        }
    }

    /** Whether the program wants what is in the bytes. */
    boolean isWanted() {
        return mayDeliver() && !ended;
    }

    /** The stream has ended before its last byte. */
    void end() {
        ended = true;
        discardUnread();
        finArrived();
    }

    /** The end of the stream arrives. */
    void finArrived() {
        finArrived = true;
        offer();
    }

    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
        offer();
    }

    /** The program wants no more: what has arrived and what still arrives is thrown away. */
    void discard() {
        if (!discarding) {
            discarding = true;
            discardUnread();
        }
    }

    boolean isDiscarding() {
        return discarding;
    }

    /** Whether bytes came that the program has not read. */
    boolean hasUnread() {
        return unreadBytes > 0;
    }

    /** Nobody will ever read: what still comes is answered with a reset. */
    void orphan() {
        lingerNanos = -1;
        lingerUntilNanos = -1;
        discard();
    }

    /** This side has said good-bye: from now on the peer's patience counts. */
    void linger() {
        lingerUntilNanos = lane.engine().nowNanos() + lingerNanos;
    }

    private void discardUnread() {
        source().bytes().skip(unreadBytes);
        readBytes += unreadBytes;
        source().discarded(readBytes);
        credit(unreadBytes);
        unreadBytes = 0;
    }

    private void credit(long count) {
        if (count > 0) {
            connection.carrier().consumed(count);
        }
    }

    private Sending source() {
        return connection.peer().out();
    }

    /** Puts what the program may have now into the lane's inbox. */
    void offer() {
        if (!connection.isReceiving() || paused || discarding) {
            return;
        }
        if (unreadBytes > 0) {
            if (!readPosted) {
                readPosted = true;
                lane.post(connection, EventKind.ON_BYTES);
            }
        } else if (finArrived && !endPosted) {
            endPosted = true;
            lane.post(connection, EventKind.ON_END);
        }
    }

    boolean takeRead() {
        readPosted = false;
        return mayDeliver() && unreadBytes > 0;
    }

    /** A paused program hears of the end after it resumes. */
    boolean takeEnd() {
        endPosted = false;
        return mayDeliver() && finArrived && !endDelivered;
    }

    private boolean mayDeliver() {
        return connection.isReceiving() && !paused && !discarding;
    }

    /** Gives the program everything that is there, in one turn but in pieces that mean nothing. */
    long deliver() {
        int total = (int) Math.min(unreadBytes, Integer.MAX_VALUE);
        lane.charge(lane.costs().readNanos(total));
        int read = 0;
        while (read < total && mayDeliver() && !ended && givenBack == 0) {
            ByteBuffer piece = lane.splitter().next(total - read);
            source().bytes().read(piece, piece.remaining());
            piece.flip();
            read += piece.remaining();
            unreadBytes -= piece.remaining();
            source().read(readBytes, readBytes + piece.remaining(), lane.meter());
            readBytes += piece.remaining();
            give(piece);
        }
        read -= givenBack;
        credit(read);
        givenBack = 0;
        offer();
        return read;
    }

    /** Gives the program bytes; from the moment that it begins TLS they are for that. */
    private void give(ByteBuffer bytes) {
        boolean plain = !connection.out().isSealed();
        connection.session().onBytes(connection, bytes);
        if (plain && connection.out().isSealed()) {
            connection.session().onBytes(connection, bytes);
        }
        if (bytes.hasRemaining() && connection.out().isSealed() && !discarding && !ended) {
            giveBack(bytes);
        }
    }

    /** The program was not through with these when it paused: they come again when it wants them. */
    private void giveBack(ByteBuffer unread) {
        givenBack = unread.remaining();
        readBytes -= givenBack;
        unreadBytes += givenBack;
        source().bytes().unread(unread);
    }

    void deliverEnd(Session session) {
        endDelivered = true;
        endPosted = true;
        session.onEnd(connection);
    }

    boolean isEndDelivered() {
        return endDelivered;
    }
}

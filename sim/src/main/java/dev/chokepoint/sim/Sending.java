package dev.chokepoint.sim;

import dev.chokepoint.host.Payload;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.TlsLayer;
import java.nio.ByteBuffer;

/**
 * What a program has sent on a connection, up to where a {@link Carrier} takes it. Positions count the stream's bytes from 0:
 * <pre>
 * sent &lt;= released &lt;= flushed &lt;= accepted
 * </pre>
 * {@code send} accepts bytes; the end of the callback flushes them, at the lane's clock; at that time they are released.
 */
final class Sending extends Actor implements Flushable {
    private final SimConnection connection;
    private final Lane lane;
    private final Engine engine;
    private final Level waiting;
    private final boolean observed;
    private final ByteQueue bytes = new ByteQueue();

    /** Borrowed from the lane while there are any. */
    private Marks marks = Marks.NONE;

    /** Releases to come: position times two, plus one when the stream ends there. */
    private final LongRing releases = new LongRing();

    private long accepted;
    private long flushed;
    private long released;
    private boolean flushing;
    private boolean finAccepted;

    /** Whether the program has finished, which TLS may put off. */
    private boolean finAsked;

    private boolean finFlushed;
    private boolean finReleased;
    private boolean dead;
    private boolean wantsWritable;

    /** Null in plain text. */
    private TlsLayer tls = null;

    Sending(SimConnection connection, Lane lane, Observer observer) {
        super(lane.host);
        this.connection = connection;
        this.lane = lane;
        this.engine = lane.engine();
        this.waiting = connection.route().windows().waiting();
        this.observed = !observer.equals(Observer.NONE);
    }

    private Carrier carrier() {
        return connection.carrier();
    }

    boolean send(ByteBuffer copied) {
        int length = copied.remaining();
        if (isFinished() || length == 0) {
            copied.position(copied.limit());
            return true;
        }
        if (tls != null) {
            return sealAndAccept(copied);
        }
        bytes.append(copied);
        return accept(length);
    }

    boolean send(Payload shared) {
        if (isFinished() || shared.length() == 0) {
            return true;
        }
        if (tls != null) {
            return sealAndAccept(shared.view());
        }
        bytes.append(shared);
        return accept(shared.length());
    }

    /** From now on what is sent is sealed first. */
    void seal(TlsLayer layer) {
        tls = layer;
    }

    boolean isSealed() {
        return tls != null;
    }

    private boolean sealAndAccept(ByteBuffer plain) {
        long before = accepted;
        tls.send(plain);
        int length = (int) (accepted - before);
        accepted = before;
        return accept(length);
    }

    /** Sends a record of TLS. */
    void record(ByteBuffer record) {
        accepted += record.remaining();
        bytes.append(record);
        flushLater();
    }

    private boolean accept(int length) {
        accepted += length;
        if (observed && length > 0) {
            mark(length);
        }
        flushLater();
        long unsent = unsentBytes();
        if (unsent > connection.options().sendLimitBytes()) {
            connection.route().windows().refused();
            connection.sendLimit(unsent);
            return false;
        }
        boolean below = unsent <= connection.options().highMarkBytes();
        wantsWritable |= !below;
        return below;
    }

    private void mark(int length) {
        SimMeter meter = lane.meter();
        if (meter.owns(length)) {
            if (marks.isEmpty()) {
                marks = lane.borrowMarks();
            }
            meter.mark(marks, length, accepted);
        }
        meter.sent(length);
    }

    /** The program sends no more. */
    void finish() {
        if (tls == null) {
            finishWire();
        } else if (!finAsked) {
            finAsked = true;
            tls.finish();
        }
    }

    /** The program is not interested in what comes. */
    void close() {
        if (tls != null) {
            tls.close();
        }
    }

    /** The stream ends here. */
    void finishWire() {
        if (!finAccepted) {
            finAccepted = true;
            flushLater();
        }
    }

    /** Whether nothing more that the program sends will be sent. */
    boolean isFinished() {
        return finAccepted || finAsked || connection.isOver();
    }

    long unsentBytes() {
        return accepted - carrier().sent() + (tls == null ? 0 : tls.waitingBytes());
    }

    private void flushLater() {
        if (!flushing) {
            flushing = true;
            lane.flushLater(this);
        }
    }

    @Override
    public void flush() {
        flushing = false;
        if (dead) {
            return;
        }
        if (accepted > flushed) {
            lane.charge(lane.costs().writeNanos(accepted - flushed));
        }
        flushed = accepted;
        finFlushed = finAccepted;
        if (lane.clockNanos() == engine.nowNanos()) {
            release(flushed, finFlushed);
        } else {
            releases.add(flushed << 1 | (finFlushed ? 1 : 0));
            engine.schedule(lane.clockNanos(), this, EventKind.RELEASE);
        }
    }

    private void release(long position, boolean fin) {
        if (!dead) {
            waiting.add(position - released, engine.nowNanos());
            released = position;
            finReleased |= fin;
            marks.pass(Marks.Step.WINDOW, released, lane.machine().stages().window(), engine.nowNanos());
            carrier().push();
        }
    }

    /** Up to here bytes have left their lane. */
    long released() {
        return released;
    }

    /** Whether the stream ends at {@link #released()}. */
    boolean isFinReleased() {
        return finReleased;
    }

    /** {@code count} more bytes have left for the first time. */
    void sent(long count) {
        waiting.add(-count, engine.nowNanos());
        if (wantsWritable && unsentBytes() <= connection.options().highMarkBytes() / 2) {
            wantsWritable = false;
            lane.post(connection, EventKind.ON_WRITABLE);
        }
    }

    @Override
    void fire(EventKind kind) {
        if (lane.isDead()) {
            return;
        }
        switch (kind) {
            case RELEASE -> {
                long next = releases.poll();
                releases.trim();
                release(next >>> 1, (next & 1) != 0);
            }
            case RESET -> carrier().reset();
            default -> throw new IllegalStateException("no event of what was sent: " + kind);
        }
    }

    /** Drops what has not left the lane, and tells the peer that the connection is gone; on the lane's clock. */
    void abort() {
        bytes.dropLast(accepted - flushed);
        marks.truncate(flushed);
        returnMarks();
        accepted = flushed;
        finAccepted = true;
        if (lane.clockNanos() == engine.nowNanos()) {
            carrier().reset();
        } else {
            engine.schedule(lane.clockNanos(), this, EventKind.RESET);
        }
    }

    /** The program is gone, and with it what has not left: the stream ends here. */
    void cut() {
        if (dead) {
            return;
        }
        long kept = carrier().sent();
        bytes.dropLast(accepted - kept);
        marks.truncate(kept);
        returnMarks();
        waiting.add(kept - released, engine.nowNanos());
        accepted = kept;
        flushed = kept;
        released = kept;
        finAccepted = true;
        finFlushed = true;
        finReleased = true;
        carrier().push();
    }

    /** Nothing more will be sent; returns false when that was so already. */
    boolean kill() {
        if (dead) {
            return false;
        }
        waiting.add(carrier().sent() - released, engine.nowNanos());
        accepted = carrier().sent();
        finAccepted = true;
        dead = true;
        return true;
    }

    /** Everything was sent and the peer knows: nothing more will be. */
    void retire() {
        dead = true;
    }

    boolean isDead() {
        return dead;
    }

    Marks marks() {
        return marks;
    }

    /** The bytes up to {@code position} have arrived. */
    void arrived(long position, Stage inbox) {
        marks.pass(Marks.Step.INBOX, position, inbox, engine.nowNanos());
    }

    /** The peer's program is about to read the bytes in [from, to): tells its meter whose they are. */
    void read(long from, long to, SimMeter reader) {
        reader.given();
        if (!marks.isEmpty()) {
            marks.read(from, to, reader);
            returnMarks();
        }
    }

    /** The peer's program will never read the bytes up to {@code position}. */
    void discarded(long position) {
        marks.discard(position);
        returnMarks();
    }

    private void returnMarks() {
        if (marks.isEmpty() && marks != Marks.NONE) {
            lane.returnMarks(marks);
            marks = Marks.NONE;
        }
    }

    /** The peer reads the stream from here. */
    ByteQueue bytes() {
        return bytes;
    }
}

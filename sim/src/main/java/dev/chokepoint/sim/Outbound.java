package dev.chokepoint.sim;

import dev.chokepoint.host.Payload;
import dev.chokepoint.host.world.Observer;
import java.nio.ByteBuffer;

/**
 * The sending half of a connection, and the way of its bytes to the peer. Positions count the stream's bytes from 0:
 * <pre>
 * arrived &lt;= departed &lt;= begun &lt;= admitted &lt;= released &lt;= flushed &lt;= accepted
 * </pre>
 * {@code send} accepts bytes; the end of the callback flushes them, at the lane's clock; at that time they are released; the
 * route admits them when window and link have room; the link begins to transmit them, and they depart; and they arrive.
 */
final class Outbound extends Carried implements Flushable {
    /** A piece that says: no more bytes. */
    static final long FIN = 0;

    /** A piece that says: the connection is gone. */
    static final long RESET = -1;

    private final SimConnection connection;
    private final Lane lane;
    private final Engine engine;
    private final Route route;
    private final Window window;
    private final Marks marks;
    private final boolean observed;
    private final ByteQueue bytes = new ByteQueue();

    /** Releases to come: position times two, plus one when the stream ends there. */
    private final LongRing releases = new LongRing();

    private final LongRing flight = new LongRing();

    private long accepted;
    private long flushed;
    private long released;
    private long admitted;
    private long begun;
    private long departed;
    private long arrived;
    private long claimedBytes;
    private long lastArrivalNanos;
    private int place;
    private boolean flushing;
    private boolean finAccepted;
    private boolean finFlushed;
    private boolean finReleased;
    private boolean finAdmitted;
    private boolean open;
    private boolean dead;
    private boolean retiring;
    private boolean wantsWritable;
    private boolean waitingForLink;
    private boolean creditPending;

    Outbound(SimConnection connection, Lane lane, Route route, Observer observer) {
        super(lane.host);
        this.connection = connection;
        this.lane = lane;
        this.engine = lane.engine();
        this.route = route;
        this.window = new Window(route.windows());
        this.marks = new Marks();
        this.observed = !observer.equals(Observer.NONE);
    }

    /** The handshake is done as far as this side can know: the peer takes this many unread bytes. */
    void open(int windowBytes) {
        open = true;
        window.open(windowBytes);
        route.windows().add(this, windowBytes, engine.nowNanos());
        push();
    }

    boolean send(ByteBuffer copied) {
        int length = copied.remaining();
        if (isFinished() || length == 0) {
            copied.position(copied.limit());
            return true;
        }
        bytes.append(copied);
        return accept(length);
    }

    boolean send(Payload shared) {
        if (isFinished() || shared.length() == 0) {
            return true;
        }
        bytes.append(shared);
        return accept(shared.length());
    }

    private boolean accept(int length) {
        accepted += length;
        if (observed && lane.meter().isWorking()) {
            marks.add(lane.meter().sending(), accepted);
        }
        flushLater();
        long unsent = unsentBytes();
        if (unsent > connection.options().sendLimitBytes()) {
            route.windows().refused();
            connection.sendLimit(unsent);
            return false;
        }
        boolean below = unsent <= connection.options().highMarkBytes();
        wantsWritable |= !below;
        return below;
    }

    /** The program sends no more. */
    void finish() {
        if (!finAccepted) {
            finAccepted = true;
            flushLater();
        }
    }

    long unsentBytes() {
        return accepted - admitted;
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
            route.windows().waiting().add(position - released, engine.nowNanos());
            released = position;
            finReleased |= fin;
            marks.pass(Marks.Step.WINDOW, released, lane.machine().stages().window(), engine.nowNanos());
            push();
        }
    }

    private void push() {
        if (open && (released > admitted || isFinDue())) {
            route.offer(this);
            watchWindow();
        }
    }

    /** Makes sure that this wakes up when a closed window opens. */
    private void watchWindow() {
        if (!dead && released > admitted && window.available(engine.nowNanos()) == 0) {
            awaitCredit();
        }
    }

    private void awaitCredit() {
        long at = window.nextCreditNanos();
        if (!creditPending && at != Long.MAX_VALUE) {
            creditPending = true;
            engine.schedule(at, this, EventKind.CREDIT);
        }
    }

    /** The peer's program has read bytes; this side hears of it at {@code atNanos}. */
    void credit(long count, long atNanos) {
        if (!dead) {
            boolean starved = released > admitted && window.available(engine.nowNanos()) == 0;
            window.credit(count, atNanos);
            if (starved || retiring) {
                awaitCredit();
            }
        }
    }

    /** How many bytes window and program allow on the route now. */
    long sendableBytes() {
        return open && !dead ? Math.min(released - admitted, window.available(engine.nowNanos())) : 0;
    }

    boolean isFinDue() {
        return open && !dead && finReleased && !finAdmitted && admitted == released;
    }

    /** The route takes the next {@code count} bytes. */
    void admit(long count) {
        admitted += count;
        window.use(count, engine.nowNanos());
        route.windows().waiting().add(-count, engine.nowNanos());
        if (wantsWritable && unsentBytes() <= connection.options().highMarkBytes() / 2) {
            wantsWritable = false;
            lane.post(connection, EventKind.ON_WRITABLE);
        }
    }

    /** The route takes the end of the stream. */
    void admitFin() {
        finAdmitted = true;
        connection.finSent();
    }

    /** Whether nothing more that the program sends will be sent. */
    boolean isFinished() {
        return finAccepted || connection.isOver();
    }

    boolean isFinSent() {
        return finAdmitted;
    }

    /** Bytes for which this waits at a full link, or is about to. */
    long claimedBytes() {
        return claimedBytes;
    }

    void claim(long count) {
        claimedBytes = count;
    }

    boolean isWaitingForLink() {
        return waitingForLink;
    }

    void waitsForLink(boolean waits) {
        waitingForLink = waits;
        if (!waits) {
            watchWindow();
        }
    }

    /** A piece has come to a stage of a link. */
    @Override
    void passed(Marks.Step step, long piece, Stage stage) {
        long count = Math.max(0, piece);
        long position = switch (step) {
            case TRANSMIT -> begun += count;
            case TRAVEL -> departed += count;
            case WINDOW, QUEUE, INBOX -> admitted;
        };
        marks.pass(step, position, stage, engine.nowNanos());
    }

    /** A piece is on its way to {@link #arrive}, after those that departed before. */
    @Override
    void depart(long piece) {
        flight.add(piece);
    }

    /** The earliest time from {@code atNanos} on that does not overtake this stream's other pieces. */
    long arriveInOrder(long atNanos) {
        lastArrivalNanos = Math.max(lastArrivalNanos, atNanos);
        return lastArrivalNanos;
    }

    /** The oldest piece on its way arrives. */
    @Override
    void arrive() {
        long piece = flight.poll();
        SimConnection peer = connection.peer();
        if (piece == RESET) {
            peer.resetArrived();
        } else if (piece == FIN) {
            peer.in().finArrived();
        } else {
            arrived += piece;
            marks.pass(Marks.Step.INBOX, arrived, peer.lane().machine().stages().inbox(), engine.nowNanos());
            peer.in().arrived(piece);
        }
    }

    @Override
    void fire(EventKind kind) {
        switch (kind) {
            case ARRIVE -> arrive();
            case RELEASE -> {
                long next = releases.poll();
                release(next >>> 1, (next & 1) != 0);
            }
            case RESET -> reset();
            case CREDIT -> {
                creditPending = false;
                retireIfIdle();
                push();
            }
            default -> throw new IllegalStateException("no event of a stream: " + kind);
        }
    }

    /** Drops what has not left the lane, and tells the peer that the connection is gone; on the lane's clock. */
    void abort() {
        bytes.dropLast(accepted - flushed);
        marks.truncate(flushed);
        accepted = flushed;
        finAccepted = true;
        if (lane.clockNanos() == engine.nowNanos()) {
            reset();
        } else {
            engine.schedule(lane.clockNanos(), this, EventKind.RESET);
        }
    }

    /** Tells the peer, now, that the connection is gone. */
    void reset() {
        kill();
        route.reset(this);
    }

    /** Drops everything that has not departed; nothing will be sent any more. */
    void kill() {
        if (!dead) {
            route.windows().waiting().add(admitted - released, engine.nowNanos());
            accepted = admitted;
            finAccepted = true;
            window.drop(engine.nowNanos());
            leaveWindows();
            dead = true;
        }
    }

    /** The connection is over on this side, but what it sent may still be on its way. */
    void retire() {
        retiring = true;
        retireIfIdle();
    }

    private void retireIfIdle() {
        if (retiring && !dead) {
            settle(engine.nowNanos());
            if (window.isIdle()) {
                leaveWindows();
                dead = true;
            } else {
                awaitCredit();
            }
        }
    }

    private void leaveWindows() {
        if (open) {
            route.windows().remove(this, window.limitBytes(), engine.nowNanos());
        }
    }

    void settle(long nowNanos) {
        window.settle(nowNanos);
    }

    /** This stream's place in {@link WindowUse}'s list. */
    int place() {
        return place;
    }

    void place(int index) {
        place = index;
    }

    /** The peer reads the stream from here. */
    ByteQueue bytes() {
        return bytes;
    }
}

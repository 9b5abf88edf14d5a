package dev.chokepoint.sim;

import dev.chokepoint.host.world.Verdict;

/**
 * An ideal stream's sending half, and the way of its bytes to the peer. Positions count the stream's bytes from 0:
 * <pre>
 * arrived &lt;= departed &lt;= begun &lt;= admitted &lt;= released
 * </pre>
 * The route admits what was released when window and link have room; the link begins to transmit it, and it departs; and it
 * arrives.
 */
final class Outbound extends Carried implements Carrier, Rules.Held {
    /** A piece that says: no more bytes. */
    static final long FIN = 0;

    /** A piece that says: the connection is gone. */
    static final long RESET = -1;

    private final SimConnection connection;
    private final Sending sending;
    private final Engine engine;
    private final Route route;
    private final Window window;
    private final LongRing flight = new LongRing();

    /** Where a rule delays: the position after the piece, and by how much it is late. */
    private final LongRing delays = new LongRing();

    private long admitted;
    private long begun;
    private long departed;
    private long arrived;
    private long claimedBytes;
    private long lastArrivalNanos;
    private int place;
    private boolean finAdmitted;
    private boolean open;
    private boolean retiring;
    private boolean waitingForLink;
    private boolean creditPending;
    private boolean held;
    private boolean resetDue;
    private long flown;
    private long delayNanos;

    Outbound(SimConnection connection) {
        super(connection.lane().host);
        this.connection = connection;
        this.sending = connection.out();
        this.engine = connection.lane().engine();
        this.route = connection.route();
        this.window = new Window(route.windows());
    }

    @Override
    public void established() {
        open = true;
        int windowBytes = connection.peer().options().windowBytes();
        window.open(windowBytes);
        route.windows().add(this, windowBytes, engine.nowNanos());
        push();
    }

    @Override
    public long sent() {
        return admitted;
    }

    private boolean isDead() {
        return sending.isDead();
    }

    @Override
    public void push() {
        if (open && (sending.released() > admitted || isFinDue())) {
            route.offer(this);
            watchWindow();
        }
    }

    /** Makes sure that this wakes up when a closed window opens. */
    private void watchWindow() {
        if (!isDead() && sending.released() > admitted && window.available(engine.nowNanos()) == 0) {
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

    @Override
    public void consumed(long count) {
        long hears = connection.lane().clockNanos() + route.latencyNanos();
        ((Outbound) connection.peer().carrier()).credit(count, hears);
    }

    /** The peer's program has read bytes; this side hears of it at {@code atNanos}. */
    private void credit(long count, long atNanos) {
        if (!isDead()) {
            boolean starved = sending.released() > admitted && window.available(engine.nowNanos()) == 0;
            window.credit(count, atNanos);
            if (starved || retiring) {
                awaitCredit();
            }
        }
    }

    /** How many bytes window and program allow on the route now. */
    long sendableBytes() {
        return open && !isDead() ? Math.min(sending.released() - admitted, window.available(engine.nowNanos())) : 0;
    }

    boolean isFinDue() {
        return open && !isDead() && sending.isFinReleased() && !finAdmitted && admitted == sending.released();
    }

    /** Whether the rules let the next {@code count} bytes, or the stream's end, leave; if not, it tries again by itself. */
    boolean passes(long count) {
        return switch (route.judge((int) Math.min(count, Integer.MAX_VALUE), false)) {
            case Verdict.Pass _ -> true;
            case Verdict.Delay delay -> {
                delays.add(admitted + count);
                delays.add(delay.nanos());
                yield true;
            }
            case Verdict.Drop _ -> {
                held = true;
                route.rules().hold(this);
                yield false;
            }
        };
    }

    /** Whether a rule does not let it leave. */
    boolean isHeld() {
        return held;
    }

    @Override
    public void again() {
        held = false;
        if (resetDue) {
            sendReset();
        } else {
            push();
        }
    }

    /** The route takes the next {@code count} bytes. */
    void admit(long count) {
        admitted += count;
        window.use(count, engine.nowNanos());
        sending.sent(count);
    }

    /** The route takes the end of the stream. */
    void admitFin() {
        finAdmitted = true;
        connection.finSent();
    }

    @Override
    public boolean isFinSent() {
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

    @Override
    void passed(Marks.Step step, long piece, Stage stage) {
        long count = Math.max(0, piece);
        long position = switch (step) {
            case TRANSMIT -> begun += count;
            case TRAVEL -> departed += count;
            case WINDOW, QUEUE, INBOX -> admitted;
        };
        sending.marks().pass(step, position, stage, engine.nowNanos());
    }

    @Override
    void depart(long piece) {
        flight.add(piece);
        flown += Math.max(0, piece);
        delayNanos = 0;
        while (!delays.isEmpty() && delays.get(0) <= flown) {
            delays.poll();
            delayNanos = delays.poll();
        }
    }

    /** Whether what has just departed can't arrive at {@code atNanos}: it is delayed, or behind something that is. */
    boolean isBehindTime(long atNanos) {
        return delayNanos > 0 || lastArrivalNanos > 0 && lastArrivalNanos >= atNanos;
    }

    /** When what has just departed arrives: at {@code atNanos} or, if that overtook what is before it or delayed, later. */
    long arriveInOrder(long atNanos) {
        lastArrivalNanos = Math.max(lastArrivalNanos, atNanos + delayNanos);
        return lastArrivalNanos;
    }

    @Override
    void arrive() {
        long piece = flight.poll();
        SimConnection peer = connection.peer();
        if (connection.lane().isSilent()) {
            return; // it was in flight when the host died
        }
        if (peer.lane().isSilent()) {
            knock(peer.lane().machine(), piece);
        } else if (piece == RESET) {
            peer.resetArrived();
        } else if (piece == FIN) {
            peer.in().finArrived();
        } else {
            arrived += piece;
            if (route.hops().length > 0) {
                connection.lane().pieceLeft();
            }
            Stage inbox = peer.lane().machine().stages().inbox();
            sending.arrived(arrived, inbox);
            peer.in().arrived(piece);
        }
    }

    @Override
    void fire(EventKind kind) {
        switch (kind) {
            case ARRIVE -> arrive();
            case RESET -> connection.resetArrived();
            case CREDIT -> {
                creditPending = false;
                retireIfIdle();
                push();
            }
            default -> throw new IllegalStateException("no event of a stream: " + kind);
        }
    }

    @Override
    public void reset() {
        kill();
        resetDue = true;
        sendReset();
    }

    private void sendReset() {
        if (passes(0)) {
            route.reset(this);
        }
    }

    /** The peer's host has died since. It says so as soon as it lives again. */
    private void knock(Machine there, long piece) {
        if (piece == RESET) {
            return;
        }
        if (there.isOff()) {
            there.answerLater(this);
        } else {
            unknownThere();
        }
    }

    /** The peer's host has no such connection any more, and says so. */
    void unknownThere() {
        long back = connection.peer().route().latencyNanos();
        engine.schedule(engine.nowNanos() + back, this, EventKind.RESET);
    }

    @Override
    public void kill() {
        if (sending.kill()) {
            window.drop(engine.nowNanos());
            leaveWindows();
        }
    }

    @Override
    public void retire() {
        retiring = true;
        retireIfIdle();
    }

    private void retireIfIdle() {
        if (retiring && !isDead()) {
            settle(engine.nowNanos());
            if (window.isIdle()) {
                leaveWindows();
                sending.retire();
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
}

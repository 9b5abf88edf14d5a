package dev.chokepoint.sim;

import dev.chokepoint.host.ListenException;
import dev.chokepoint.host.Result;
import dev.chokepoint.host.world.Crash;
import dev.chokepoint.host.world.ProgramFailure;
import dev.chokepoint.host.world.SeededRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * When a lane's callbacks run. A callback starts when its lane and a core are free and is executed at that moment; what it
 * costs advances the lane's clock, and lane and core stay busy until then. A busy lane has one inbox and one wake-up event.
 */
final class Lane extends Actor implements CoreUser {
    private enum State {
        IDLE,
        READY,
        RUNNING,
        BUSY,
        DEAD
    }

    private static final Callback PIECE = new Callback() {
        @Override
        public boolean take(EventKind kind) {
            return true;
        }

        @Override
        public long call(EventKind kind) {
            return 0;
        }
    };

    private final Machine machine;
    private final int number;
    private final Engine engine;
    private final SimCosts costs;
    private final SimMeter meter;
    private final Splitter splitter;
    private final Inbox inbox = new Inbox();
    private final List<Flushable> unflushed = new ArrayList<>();
    private final Deque<Marks> spareMarks = new ArrayDeque<>();
    private final Connections connections = new Connections();
    private final LaneUse use;

    private State state = State.IDLE;
    private long clockNanos;
    private int postedByItself;
    private boolean silent;

    /** It slept until something came; its next turn begins with waking up. */
    private boolean woken;

    Lane(Machine machine, int number, LaneUse use, SimWorld world) {
        super(machine.index());
        this.machine = machine;
        this.number = number;
        this.use = use;
        this.engine = world.engine();
        this.costs = world.costs(machine.spec());
        this.splitter = new Splitter(new SeededRandom(world.seed(), label() + " splits"));
        this.meter = new SimMeter(this, machine.stages(), world.observer(), world.copies());
    }

    Machine machine() {
        return machine;
    }

    Engine engine() {
        return engine;
    }

    SimCosts costs() {
        return costs;
    }

    /** Those that its program has not heard the end of. */
    Connections connections() {
        return connections;
    }

    @Override
    public HostCores cores() {
        return machine.cores();
    }

    /** Whether its process is gone. */
    boolean isDead() {
        return state == State.DEAD;
    }

    /** Whether its whole host is gone, or has booted since. */
    boolean isSilent() {
        return silent;
    }

    /** Its process or host dies: nothing that was to come comes. */
    void crash(Crash how) {
        machine.cores().gone(this);
        state = State.DEAD;
        silent = how == Crash.HOST;
        use.used().set(0, engine.nowNanos());
        use.waiting().set(0, engine.nowNanos());
        connections.crash(how);
    }

    SimMeter meter() {
        return meter;
    }

    Splitter splitter() {
        return splitter;
    }

    int number() {
        return number;
    }

    /** Such as {@code server lane 0}. */
    String label() {
        return machine.spec().name() + " lane " + number;
    }

    /** The lane's own time: the present one, but in a callback later by what it has used. */
    long clockNanos() {
        return state == State.RUNNING ? clockNanos : engine.nowNanos();
    }

    /** Uses lane time, in a callback. */
    void charge(long nanos) {
        clockNanos = Math.addExact(clockNanos, nanos);
    }

    /** Has something computed beside it. */
    <T> void compute(long costNanos, Callable<T> pure, Consumer<Result<T>> then) {
        Computation<T> computation = new Computation<>(this, costNanos, pure, then);
        engine.schedule(clockNanos, computation, EventKind.COMPUTE);
    }

    /** Empty marks, to be returned when they are so again. */
    Marks borrowMarks() {
        return spareMarks.isEmpty() ? new Marks() : spareMarks.pop();
    }

    void returnMarks(Marks empty) {
        spareMarks.push(empty);
    }

    /** Remembers that this has something to send when the callback ends. */
    void flushLater(Flushable sender) {
        unflushed.add(sender);
    }

    /** Lets everything leave that the program has sent. */
    void flush() {
        for (int i = 0; i < unflushed.size(); i++) {
            unflushed.get(i).flush();
        }
        unflushed.clear();
    }

    /** Puts a callback into the inbox. It runs after the present event at the earliest. */
    void post(Callback callback, EventKind kind) {
        if (isDead()) {
            return;
        }
        inbox.add(callback, kind);
        switch (state) {
            case RUNNING -> postedByItself++;
            case BUSY -> countWaiting();
            case IDLE -> {
                state = State.READY;
                woken = true;
                machine.cores().ready(this);
            }
            case READY -> machine.cores().uncounted(this);
            case DEAD -> throw new IllegalStateException("a dead lane has no inbox");
        }
    }

    /** A link has let go of a piece that this lane sent: where links are emulated, that is the lane's work. */
    void pieceLeft() {
        if (costs.pieceNanos() > 0) {
            post(PIECE, EventKind.PIECE);
        }
    }

    /** Brings the number of waiting callbacks up to date; what a turn posts begins to wait at its end. */
    @Override
    public void countWaiting() {
        use.waiting().set(inbox.size() - postedByItself, engine.nowNanos());
    }

    /** Runs the first callback that is still wanted. Only while a core is free. */
    @Override
    public void turn() {
        begin();
        while (state == State.RUNNING && inbox.size() > 0) {
            Callback callback = inbox.first();
            EventKind kind = inbox.firstKind();
            inbox.removeFirst();
            if (callback.take(kind)) {
                countWaiting();
                charge(woken ? costs.wakeNanos() : 0);
                charge(kind == EventKind.PIECE ? costs.pieceNanos() : costs.turnNanos());
                woken = false;
                run(callback, kind);
            }
        }
        if (state == State.RUNNING) {
            state = State.IDLE;
        }
        countWaiting();
    }

    /** Runs the program's first callback. */
    void start(Callback callback) {
        begin();
        run(callback, EventKind.ON_START);
    }

    private void begin() {
        state = State.RUNNING;
        clockNanos = engine.nowNanos();
    }

    /** Runs {@code callback} and stays busy for as long as it takes. */
    private void run(Callback callback, EventKind kind) {
        long detail = call(callback, kind);
        meter.endOfTurn();
        engine.trace().add(engine.nowNanos(), host, kind, detail);
        if (clockNanos > engine.nowNanos()) {
            state = State.BUSY;
            use.used().set(1, engine.nowNanos());
            engine.schedule(clockNanos, this, EventKind.WAKE);
        } else {
            finished();
        }
    }

    private long call(Callback callback, EventKind kind) {
        try {
            long detail = callback.call(kind);
            flush();
            return detail;
        } catch (ListenException e) {
            throw kind == EventKind.ON_START
                    ? e
                    : new ProgramFailure(machine.spec().name(), number, e);
        } catch (RuntimeException | Error e) {
            throw new ProgramFailure(machine.spec().name(), number, e);
        }
    }

    private void finished() {
        use.serve();
        postedByItself = 0;
        state = inbox.size() > 0 ? State.READY : State.IDLE;
    }

    @Override
    void fire(EventKind kind) {
        if (isDead()) {
            return;
        }
        use.used().set(0, engine.nowNanos());
        finished();
        countWaiting();
        machine.cores().freed(this);
    }

    @Override
    public boolean isBusy() {
        return state == State.BUSY;
    }

    @Override
    public boolean isReady() {
        return state == State.READY;
    }

    LaneUse use() {
        return use;
    }
}

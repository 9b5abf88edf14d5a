package dev.chokepoint.sim;

import dev.chokepoint.host.ListenException;
import dev.chokepoint.host.world.ProgramFailure;
import dev.chokepoint.host.world.SeededRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * When a lane's callbacks run. A callback starts when its lane and a core are free and is executed at that moment; what it
 * costs advances the lane's clock, and lane and core stay busy until then. A busy lane has one inbox and one wake-up event.
 */
final class Lane extends Actor {
    private enum State {
        IDLE,
        READY,
        RUNNING,
        BUSY
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
    private final Level waiting = new Level();
    private final Level used = new Level();

    private State state = State.IDLE;
    private long clockNanos;
    private long served;
    private int postedByItself;

    /** It slept until something came; its next turn begins with waking up. */
    private boolean woken;

    Lane(Machine machine, int number, SimWorld world) {
        super(machine.index());
        this.machine = machine;
        this.number = number;
        this.engine = world.engine();
        this.costs = world.costs(machine.spec());
        this.splitter = new Splitter(new SeededRandom(world.seed(), label() + " splits"));
        this.meter = new SimMeter(this, machine.stages(), world.observer());
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

    SimMeter meter() {
        return meter;
    }

    Splitter splitter() {
        return splitter;
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
        inbox.add(callback, kind);
        switch (state) {
            case RUNNING -> postedByItself++;
            case BUSY -> countWaiting();
            case IDLE -> {
                state = State.READY;
                woken = true;
                machine.ready(this);
            }
            case READY -> machine.uncounted(this);
        }
    }

    /** A link has let go of a piece that this lane sent: where links are emulated, that is the lane's work. */
    void pieceLeft() {
        if (costs.pieceNanos() > 0) {
            post(PIECE, EventKind.PIECE);
        }
    }

    /** Brings the number of waiting callbacks up to date; what a turn posts begins to wait at its end. */
    void countWaiting() {
        waiting.set(inbox.size() - postedByItself, engine.nowNanos());
    }

    /** Runs the first callback that is still wanted. Only while a core is free. */
    void turn() {
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
            used.set(1, engine.nowNanos());
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
        served++;
        postedByItself = 0;
        state = inbox.size() > 0 ? State.READY : State.IDLE;
    }

    @Override
    void fire(EventKind kind) {
        used.set(0, engine.nowNanos());
        finished();
        countWaiting();
        machine.coreFreed(this);
    }

    boolean isBusy() {
        return state == State.BUSY;
    }

    boolean isReady() {
        return state == State.READY;
    }

    Level waiting() {
        return waiting;
    }

    Level used() {
        return used;
    }

    long served() {
        return served;
    }
}

package dev.chokepoint.sim;

import dev.chokepoint.host.Result;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Something that a lane has computed beside it. The message that the lane worked on goes along. */
final class Computation<T> extends Actor implements CoreUser, Callback {
    private enum State {
        WAITING,
        READY,
        BUSY,
        ENDED
    }

    private final Lane lane;
    private final Offload pool;
    private final long costNanos;
    private final Callable<T> pure;
    private final Consumer<Result<T>> then;
    private final boolean marked;
    private final long message;
    private State state = State.WAITING;
    private Result<T> result = new Result.Refused<>(0);

    Computation(Lane lane, long costNanos, Callable<T> pure, Consumer<Result<T>> then) {
        super(lane.host);
        this.lane = lane;
        this.pool = lane.machine().offload();
        this.costNanos = costNanos;
        this.pure = pure;
        this.then = then;
        this.marked = lane.meter().isWorking();
        this.message = marked ? lane.meter().sending() : 0;
    }

    @Override
    void fire(EventKind kind) {
        if (lane.isDead()) {
            return;
        }
        switch (kind) {
            case COMPUTE -> {
                enter(lane.machine().stages().inbox());
                state = State.READY;
                pool.offer(this);
            }
            case COMPUTED -> {
                state = State.ENDED;
                lane.machine().cores().freed(this);
                end();
            }
            default -> throw new IllegalStateException("no event of a computation: " + kind);
        }
    }

    private void enter(Stage stage) {
        if (marked) {
            stage.enter(message, lane.engine().nowNanos());
        }
    }

    void refused(int waitingMax) {
        result = new Result.Refused<>(waitingMax);
        known();
    }

    @Override
    public void turn() {
        enter(lane.machine().stages().cpu());
        result = compute();
        if (costNanos > 0) {
            state = State.BUSY;
            lane.engine().schedule(lane.engine().nowNanos() + costNanos, this, EventKind.COMPUTED);
        } else {
            state = State.ENDED;
            end();
        }
    }

    private Result<T> compute() {
        try {
            return new Result.Done<>(pure.call());
        } catch (Exception e) {
            return new Result.Threw<>(e);
        }
    }

    private void end() {
        pool.ended(this);
        known();
    }

    private void known() {
        enter(lane.machine().stages().inbox());
        lane.post(this, EventKind.ON_RESULT);
    }

    @Override
    public HostCores cores() {
        return lane.cores();
    }

    @Override
    public boolean isBusy() {
        return state == State.BUSY;
    }

    @Override
    public boolean isReady() {
        return state == State.READY;
    }

    @Override
    public void countWaiting() {
        // only lanes have something that waits for them
    }

    @Override
    public boolean take(EventKind kind) {
        return true;
    }

    @Override
    public long call(EventKind kind) {
        then.accept(result);
        return 0;
    }
}

package dev.chokepoint.sim;

import dev.chokepoint.host.Timer;

/** A task that waits for its time, then for its lane. */
final class SimTimer extends Actor implements Timer, Callback {
    private static final int NOT_PENDING = -1;

    private final Lane lane;
    private final Runnable task;
    private int handle;
    private boolean cancelled;

    /** Arms a timer. */
    SimTimer(Lane lane, long atNanos, Runnable task) {
        super(lane.host);
        this.lane = lane;
        this.task = task;
        this.handle = lane.engine().schedule(atNanos, this, EventKind.TIMER);
    }

    @Override
    public void cancel() {
        cancelled = true;
        if (handle != NOT_PENDING) {
            lane.engine().cancel(handle);
            handle = NOT_PENDING;
        }
    }

    @Override
    void fire(EventKind kind) {
        handle = NOT_PENDING;
        lane.post(this, EventKind.ON_TIMER);
    }

    @Override
    public boolean take(EventKind kind) {
        return !cancelled;
    }

    @Override
    public long call(EventKind kind) {
        task.run();
        return 0;
    }
}

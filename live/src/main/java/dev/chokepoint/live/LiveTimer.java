package dev.chokepoint.live;

import dev.chokepoint.host.Timer;
import java.util.concurrent.Future;

/** A task armed on a lane. */
final class LiveTimer implements Timer, Runnable {
    private final Lane lane;
    private final Runnable task;
    private boolean cancelled;
    private Future<?> scheduled; // set right after construction, by arm

    private LiveTimer(Lane lane, Runnable task) {
        this.lane = lane;
        this.task = task;
    }

    static LiveTimer arm(Lane lane, long delayNanos, Runnable task) {
        LiveTimer timer = new LiveTimer(lane, task);
        timer.scheduled = lane.schedule(delayNanos, timer);
        return timer;
    }

    @Override
    public void run() {
        if (!cancelled) {
            lane.call(task);
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        scheduled.cancel(false);
    }
}

package dev.chokepoint.sim;

import java.util.ArrayDeque;
import java.util.Deque;

/** Virtual time: one event after another, by time and then in the order they were scheduled. */
final class Engine {
    private final EventQueue queue = new EventQueue();
    private final Trace trace = new Trace();
    private final Deque<Runnable> deferred = new ArrayDeque<>();
    private long nowNanos;

    /** The time of the event that is happening. */
    long nowNanos() {
        return nowNanos;
    }

    Trace trace() {
        return trace;
    }

    /** Schedules an event, not in the past, and returns its handle. */
    int schedule(long atNanos, Actor actor, EventKind kind) {
        assert atNanos >= nowNanos : "an event at " + atNanos + " ns can't be scheduled at " + nowNanos + " ns";
        return queue.add(atNanos, actor, kind);
    }

    /** Takes back a scheduled event that has not happened yet. */
    void cancel(int handle) {
        queue.cancel(handle);
    }

    /** Lets everything happen that is due up to and including {@code untilNanos}. */
    void run(long untilNanos) {
        long next = queue.nextNanos();
        while (next <= untilNanos) {
            queue.take();
            nowNanos = next;
            Actor actor = queue.actor();
            trace.add(next, actor.host, queue.kind(), 0);
            actor.fire(queue.kind());
            runDeferred();
            next = queue.nextNanos();
        }
        nowNanos = untilNanos;
    }

    /** Runs {@code task} once the present event is over, so that no event is interrupted by a program it wakes up. */
    void defer(Runnable task) {
        deferred.add(task);
    }

    /** Runs what was deferred. */
    void runDeferred() {
        while (!deferred.isEmpty()) {
            deferred.poll().run();
        }
    }
}

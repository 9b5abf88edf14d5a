package dev.chokepoint.live;

import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * What a loop has to do beside its sockets: tasks in their order, and timers in that of their times. Bounded by what its
 * connections and its program have under way. Loop only, except {@link #add}.
 */
final class Agenda {
    /** There is nothing to wait for. */
    static final long NOTHING = Long.MAX_VALUE;
    /** After so many tasks the sockets get their turn. */
    private static final int TASKS_MAX = 1 << 10;

    private final Consumer<Throwable> failed;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final TreeSet<DueTimer> timers = new TreeSet<>();
    private long sequence;

    /** {@code failed} hears of what a task or timer throws. */
    Agenda(Consumer<Throwable> failed) {
        this.failed = failed;
    }

    /** A timer; those of one time keep their order. A cancelled one is gone at once. */
    private final class DueTimer extends FutureTask<Void> implements Comparable<DueTimer> {
        private final long atNanos;
        private final long number;

        DueTimer(long atNanos, long number, Runnable task) {
            super(task, null);
            this.atNanos = atNanos;
            this.number = number;
        }

        @Override
        public int compareTo(DueTimer other) {
            int byTime = Long.compare(atNanos - other.atNanos, 0);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }

        @Override
        protected void done() {
            if (isCancelled()) {
                timers.remove(this);
            }
        }

        @Override
        protected void setException(Throwable thrown) {
            failed.accept(thrown);
        }
    }

    /** Any thread. */
    void add(Runnable task) {
        tasks.add(task);
    }

    Future<?> schedule(long delayNanos, Runnable task) {
        DueTimer timer = new DueTimer(System.nanoTime() + delayNanos, sequence++, task);
        timers.add(timer);
        return timer;
    }

    /** How long until there is something to do: 0 for at once. */
    long waitNanos() {
        if (!tasks.isEmpty()) {
            return 0;
        }
        return timers.isEmpty() ? NOTHING : Math.max(0, timers.getFirst().atNanos - System.nanoTime());
    }

    /** The end of a turn: the timers that are due, then the tasks, those they add included. */
    void run() {
        if (!timers.isEmpty()) {
            long now = System.nanoTime();
            while (!timers.isEmpty() && timers.getFirst().atNanos - now <= 0) {
                timers.pollFirst().run();
            }
        }
        Runnable task = tasks.poll();
        for (int i = 0; task != null; i++) {
            run(task);
            task = i < TASKS_MAX ? tasks.poll() : null;
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable t) {
            failed.accept(t);
        }
    }
}

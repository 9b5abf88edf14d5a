package dev.chokepoint.live;

import java.util.PriorityQueue;
import java.util.function.BiConsumer;

/** What a lane does at set times for its links. Bounded by the pieces on their way: a few entries a connection. Lane only. */
final class DueTasks {
    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private final BiConsumer<Long, Runnable> schedule;
    private final Runnable run = this::run;
    private long sequence;
    private boolean armed;
    private long armedNanos;

    /** A task and its time; those of one time keep their order. */
    private record Due(long atNanos, long sequence, Runnable task) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(atNanos - other.atNanos, 0);
            return byTime == 0 ? Long.compare(sequence, other.sequence) : byTime;
        }
    }

    /** {@code schedule} runs a task after so many nanoseconds, once the lane is free. */
    DueTasks(BiConsumer<Long, Runnable> schedule) {
        this.schedule = schedule;
    }

    void add(long atNanos, Runnable task) {
        Due due = new Due(atNanos, sequence++, task);
        queue.add(due);
        if (due.equals(queue.peek()) && !(armed && armedNanos - atNanos <= 0)) {
            arm(System.nanoTime());
        }
    }

    /** Has {@link #run} called when the first is due. */
    private void arm(long nowNanos) {
        armed = !queue.isEmpty();
        if (armed) {
            armedNanos = queue.peek().atNanos();
            schedule.accept(armedNanos - nowNanos, run);
        }
    }

    /** How long until the next is due; {@code otherwise} when there is none. */
    long waitNanos(long otherwise) {
        return queue.isEmpty() ? otherwise : queue.peek().atNanos() - System.nanoTime();
    }

    /**
     * Runs what is due, called by a timer or in the midst of work. Only when the armed time has come is the next one armed: else
     * timers would become more and more.
     */
    void run() {
        while (!queue.isEmpty() && queue.peek().atNanos() - System.nanoTime() <= 0) {
            queue.remove().task().run();
        }
        long now = System.nanoTime();
        if (!armed || armedNanos - now <= 0) {
            arm(now);
        }
    }
}

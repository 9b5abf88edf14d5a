package dev.chokepoint.live;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.BooleanSupplier;

/**
 * Uses up CPU time of a lane's thread: its own CPU time, not the time of day, so that a thread that loses its core in between
 * still does all of its work. Links don't stand still meanwhile: a wire goes on transmitting while the computer computes.
 */
final class CpuBurner {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CpuBurner() {}

    static void burn(long nanos, Lane lane) {
        DueTasks links = lane.links();
        long end = THREADS.getCurrentThreadCpuTime() + nanos;
        long left = nanos;
        while (left > 0 && !lane.stopped()) {
            spin(Math.min(left, links.waitNanos(left)), lane::stopped);
            if (links.waitNanos(1) <= 0) {
                long before = THREADS.getCurrentThreadCpuTime();
                links.run();
                end += THREADS.getCurrentThreadCpuTime() - before; // not the program's work
            }
            left = end - THREADS.getCurrentThreadCpuTime();
        }
        lane.units().burnt(nanos - Math.max(0, left));
    }

    /** Uses up CPU time of a thread that is no lane's. */
    static void burn(long nanos, BooleanSupplier stopped) {
        long end = THREADS.getCurrentThreadCpuTime() + nanos;
        long left = nanos;
        while (left > 0 && !stopped.getAsBoolean()) {
            spin(left, stopped);
            left = end - THREADS.getCurrentThreadCpuTime();
        }
    }

    /** At most {@code nanos} of CPU time pass in so much time of day, so this never burns too much. */
    private static void spin(long nanos, BooleanSupplier stopped) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0 && !stopped.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}

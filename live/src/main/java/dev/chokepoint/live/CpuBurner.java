package dev.chokepoint.live;

import java.util.function.LongSupplier;

/**
 * Uses up CPU time of a lane's thread: its own CPU time, not the time of day, so that a thread that loses its core in between
 * still does all of its work. Links don't stand still meanwhile: a wire goes on transmitting while the computer computes.
 */
final class CpuBurner {
    private CpuBurner() {}

    static void burn(long nanos, Lane lane) {
        DueTasks links = lane.links();
        long left = nanos;
        while (left > 0 && !lane.stopped()) {
            left -= spin(Math.min(left, links.waitNanos(left)), lane);
            if (links.waitNanos(1) <= 0) {
                links.run(); // not the program's work
            }
        }
    }

    /** At most {@code nanos} of CPU time pass in so much time of day, so this never burns too much. Returns what it burned. */
    private static long spin(long nanos, Lane lane) {
        LongSupplier cpu = lane.host().world().carriers().clock();
        long before = cpu.getAsLong();
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0 && !lane.stopped()) {
            Thread.onSpinWait();
        }
        return cpu.getAsLong() - before;
    }
}

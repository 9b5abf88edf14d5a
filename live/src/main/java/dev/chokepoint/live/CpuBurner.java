package dev.chokepoint.live;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Uses up CPU time of a thread: its own CPU time, not the time of day, so that a thread that loses its core in between still
 * does all of its work. A lane's links don't stand still meanwhile: a wire goes on transmitting while the computer computes.
 */
final class CpuBurner {
    private CpuBurner() {}

    static void burn(long nanos, Lane lane) {
        DueTasks links = lane.links();
        Carriers carriers = lane.host().world().carriers();
        long left = nanos;
        while (left > 0 && !lane.stopped()) {
            left -= spin(Math.min(left, links.waitNanos(left)), carriers.clock(), lane::stopped);
            if (links.waitNanos(1) <= 0) {
                links.run(); // not the program's work
            }
        }
        lane.units().burnt(nanos - Math.max(0, left));
    }

    /** Uses up CPU time of a platform thread that is no lane's. */
    static void burn(long nanos, BooleanSupplier stopped) {
        long left = nanos;
        while (left > 0 && !stopped.getAsBoolean()) {
            left -= spin(left, Carriers::platformClock, stopped);
        }
    }

    /** At most {@code nanos} of CPU time pass in so much time of day, so this never burns too much. Returns what it burned. */
    private static long spin(long nanos, LongSupplier cpu, BooleanSupplier stopped) {
        long before = cpu.getAsLong();
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0 && !stopped.getAsBoolean()) {
            Thread.onSpinWait();
        }
        return cpu.getAsLong() - before;
    }
}

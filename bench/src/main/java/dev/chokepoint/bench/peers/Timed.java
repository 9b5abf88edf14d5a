package dev.chokepoint.bench.peers;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** Runs one side of a contest a few times to warm up, then once measured, and prints what {@link Outcome} reads. */
final class Timed {
    private static final int WARM_UPS = 3;

    private Timed() {}

    static void run(DoubleSupplier side) {
        for (int i = 0; i < WARM_UPS; i++) {
            var _ = side.getAsDouble();
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        double check = side.getAsDouble();
        System.out.printf(
                Locale.ROOT,
                "wall=%.6f cpu=%.6f check=%.6f%n",
                (System.nanoTime() - wall) / 1e9,
                (threads.getCurrentThreadCpuTime() - cpu) / 1e9,
                check);
    }
}

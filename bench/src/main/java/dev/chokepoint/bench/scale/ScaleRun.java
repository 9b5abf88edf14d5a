package dev.chokepoint.bench.scale;

import dev.chokepoint.sim.SimWorld;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** One run, in a process of its own. Arguments: how many clients, and virtual seconds. */
public final class ScaleRun {
    private ScaleRun() {}

    /**
     * Runs it and prints what {@link ScaleBench} reads. The cost of an event is that of the second half of the load.
     *
     * @param args see above
     */
    public static void main(String[] args) {
        int clients = Integer.parseInt(args[0]);
        long endNanos = Integer.parseInt(args[1]) * ScaleWorld.SECOND;
        long halfNanos = (endNanos + ScaleWorld.LOAD_STARTS) / 2;
        try (SimWorld world = ScaleWorld.of(clients, endNanos)) {
            world.run(halfNanos);
            long events = world.events();
            long cpu = cpuNanos();
            long wall = System.nanoTime();
            world.run(endNanos - halfNanos);
            double counted = world.events() - events;
            System.out.printf(
                    Locale.ROOT,
                    "%d %d %.1f %.1f %.1f %d %016x%n",
                    clients,
                    world.events(),
                    (System.nanoTime() - wall) / counted,
                    (cpuNanos() - cpu) / counted,
                    ManagementFactory.getRuntimeMXBean().getUptime() / 1e3,
                    liveMegabytes(),
                    world.traceHash());
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    /** What is left on the heap after a collection. */
    private static long liveMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}

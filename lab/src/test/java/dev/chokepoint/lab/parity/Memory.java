package dev.chokepoint.lab.parity;

import io.netty.util.internal.PlatformDependent;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/** What this process holds in memory. */
final class Memory {
    private Memory() {}

    /** Live objects after a collection, and memory outside the heap, Netty's own included. */
    @SuppressWarnings("SystemGc") // the one way to tell what lives from what is garbage
    static long usedBytes() {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return heap + direct + Math.max(0, PlatformDependent.usedDirectMemory());
    }
}

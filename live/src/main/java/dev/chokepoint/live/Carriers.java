package dev.chokepoint.live;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * The platform threads that carry this process's virtual threads. The JDK counts no CPU time for a virtual thread, so lanes share
 * that of the carriers in proportion to how long their turns took. Any thread.
 */
final class Carriers {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final LongAdder turnNanos = new LongAdder();
    private final Map<String, Long> ids = new ConcurrentHashMap<>();
    private volatile String prefix = ""; // of their names; empty before there is one

    /** Learns what carriers are called. To be called on a virtual thread. */
    void noteCurrent() {
        if (prefix.isEmpty()) {
            prefix = carrier().replaceFirst("\\d+$", "");
        }
    }

    /** The current virtual thread's carrier: VirtualThread[#23]/runnable@ForkJoinPool-1-worker-2. */
    private static String carrier() {
        String text = Thread.currentThread().toString();
        return text.substring(text.indexOf('@') + 1);
    }

    /** Some lane had a turn that took so long. */
    void turned(long nanos) {
        turnNanos.add(nanos);
    }

    /** The share of a lane whose turns took so long in all. */
    long shareNanos(long taken) {
        long all = turnNanos.sum();
        return all == 0 ? 0 : (long) ((double) cpuNanos() * taken / all);
    }

    private long cpuNanos() {
        long nanos = 0;
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && !prefix.isEmpty() && thread.getThreadName().startsWith(prefix)) {
                nanos += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos;
    }

    /** The CPU time of the thread below the caller, which must not wait for anything while it uses this. */
    LongSupplier clock() {
        if (!Thread.currentThread().isVirtual()) {
            return Carriers::platformClock;
        }
        long id = ids.computeIfAbsent(carrier(), Carriers::idOf);
        return id < 0 ? System::nanoTime : () -> THREADS.getThreadCpuTime(id);
    }

    /** The CPU time of the calling platform thread. */
    static long platformClock() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** The thread of that name, -1 when it is hidden; then only the time of day can be had. */
    private static long idOf(String name) {
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().equals(name)) {
                return thread.getThreadId();
            }
        }
        return -1;
    }
}

package dev.chokepoint.live;

import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.ProgramFailure;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The platform threads that work for one lane, and their CPU time, that of those that have ended included. Any thread. */
final class LaneThreads implements ThreadFactory {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final HostSpec host;
    private final int lane;
    private final Surroundings world;
    private final AtomicInteger helpers = new AtomicInteger();
    private final Set<Thread> alive = new LinkedHashSet<>();
    private long endedNanos;

    LaneThreads(HostSpec host, int lane, Surroundings world) {
        this.host = host;
        this.lane = lane;
        this.world = world;
    }

    /** The lane's own thread, not yet started. */
    Thread main(Runnable body) {
        return thread(LaneThread.name(host, lane), () -> {
            LaneThread.sharpenTimers();
            body.run();
        });
    }

    /** One that helps it, not yet started. */
    @Override
    public Thread newThread(Runnable body) {
        return thread(LaneThread.name(host, lane) + " helper " + helpers.incrementAndGet(), body);
    }

    private Thread thread(String name, Runnable body) {
        return Thread.ofPlatform().daemon(true).name(name).unstarted(() -> {
            begun(Thread.currentThread());
            try {
                body.run();
            } catch (Throwable t) {
                failed(t);
            } finally {
                ended(Thread.currentThread());
            }
        });
    }

    /** What can't go on in our own code ends the run, as a program's failure does. */
    void failed(Throwable cause) {
        world.failure().complete(new ProgramFailure(host.name(), lane, cause));
    }

    private synchronized void begun(Thread thread) {
        alive.add(thread);
    }

    private synchronized void ended(Thread thread) {
        endedNanos += Math.max(0, THREADS.getThreadCpuTime(thread.threadId()));
        alive.remove(thread);
    }

    synchronized long cpuNanos() {
        long nanos = endedNanos;
        for (Thread thread : alive) {
            nanos += Math.max(0, THREADS.getThreadCpuTime(thread.threadId()));
        }
        return nanos;
    }

    /** Waits for all of them. */
    void awaitEnded() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Loops.STOP_SECONDS_MAX);
        try {
            for (Thread thread : threads()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                thread.join(Math.max(1, left));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Thread> threads() {
        return new ArrayList<>(alive);
    }
}

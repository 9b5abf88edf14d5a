package dev.chokepoint.live;

import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.OffloadPool;
import dev.chokepoint.host.world.ResourceUse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of one host that compute beside its lanes, made as they are needed; gone when the host is. Any thread. */
final class OffloadThreads {
    private final String name;
    private final OffloadPool pool;
    private final ExecutorService threads;
    private volatile boolean stopped;

    /** Computations that run or wait; the first ones run. */
    private int inside;

    private long countedNanos = System.nanoTime();
    private double usedNanos;
    private double waitingNanos;
    private long waitingMax;
    private long served;
    private long refused;
    private long cpuNanos;

    OffloadThreads(HostSpec spec) {
        this.name = spec.name() + " offload";
        this.pool = spec.offload();
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(pool.threads(), body -> {
            Thread thread = new Thread(body, name + " " + count.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        });
    }

    int waitingMax() {
        return pool.waitingMax();
    }

    boolean stopped() {
        return stopped;
    }

    /** Has it run some time, and says afterwards that it {@link #ended}; false when too many wait. */
    synchronized boolean offer(Runnable computation) {
        if (stopped) {
            return true; // nobody will hear of it
        }
        if (inside >= (long) pool.threads() + pool.waitingMax()) {
            refused++;
            return false;
        }
        count(1);
        waitingMax = Math.max(waitingMax, waiting());
        threads.execute(computation);
        return true;
    }

    synchronized void ended(long cpu) {
        count(-1);
        served++;
        cpuNanos += cpu;
    }

    /** What the computations that ended have used of the host's cores. */
    synchronized long cpuNanos() {
        return cpuNanos;
    }

    private void count(int change) {
        long now = System.nanoTime();
        usedNanos += (double) (inside - waiting()) * (now - countedNanos);
        waitingNanos += (double) waiting() * (now - countedNanos);
        countedNanos = now;
        inside += change;
    }

    private int waiting() {
        return Math.max(0, inside - pool.threads());
    }

    /** What waits never begins, and synthetic work ends early. */
    synchronized void stop() {
        stopped = true;
        count(-inside);
        var _ = threads.shutdownNow();
    }

    synchronized ResourceUse use() {
        count(0);
        return new ResourceUse(
                name, ResourceUse.Kind.OFFLOAD, pool.threads(), usedNanos, served, waitingNanos, waitingMax, refused);
    }
}

package dev.chokepoint.sim;

import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.host.world.ResourceUse.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * CPU cores that lanes and offloaded computations share first come first served and without pre-emption: one host's own, or those of a machine that
 * several hosts run on.
 */
final class Cores {
    private final Engine engine;
    private final int count;
    private final Deque<CoreUser> queue = new ArrayDeque<>();
    private final Level used = new Level();
    private final Level waiting = new Level();
    private final List<Machine> hosts = new ArrayList<>();

    Cores(Engine engine, int count) {
        this.engine = engine;
        this.count = count;
    }

    /** A host runs on these. */
    void add(Machine host) {
        hosts.add(host);
    }

    /** Somebody wants one. {@link #run} must follow. */
    void enqueue(CoreUser user) {
        queue.add(user);
    }

    /** Somebody is gone; false when it did not wait for one. */
    boolean withdraw(CoreUser user) {
        return queue.remove(user);
    }

    /** Runs who waits as long as cores are free. */
    void run() {
        while (used.value() < count && !queue.isEmpty()) {
            CoreUser user = queue.poll();
            user.turn();
            user.cores().ran(user);
        }
        waiting.set(queue.size(), engine.nowNanos());
    }

    void taken() {
        used.add(1, engine.nowNanos());
    }

    void freed() {
        used.add(-1, engine.nowNanos());
    }

    /** What they have done so far. */
    ResourceUse use(String name) {
        long now = engine.nowNanos();
        long served = hosts.stream().mapToLong(Machine::served).sum();
        return new ResourceUse(
                name, Kind.CPU, count, used.integral(now), served, waiting.integral(now), waiting.max(), 0);
    }
}

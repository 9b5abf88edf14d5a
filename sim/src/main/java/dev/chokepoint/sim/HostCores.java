package dev.chokepoint.sim;

import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.host.world.ResourceUse.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * How many cores one host may use, first come first served and without pre-emption. They are its own, or a machine's: then what
 * the host lets run still waits for one of those.
 */
final class HostCores {
    private final int count;
    private final Cores shared;
    private final Engine engine;
    private final Deque<CoreUser> ready = new ArrayDeque<>();
    private final List<CoreUser> uncounted = new ArrayList<>();
    private final Level waiting = new Level();
    private final Level used = new Level();
    private final Runnable runReady = this::runReady;

    /** Those that run, or wait for nothing but one of the shared cores. */
    private int admitted;

    HostCores(int count, Cores shared, Engine engine) {
        this.count = count;
        this.shared = shared;
        this.engine = engine;
    }

    /** One that was idle wants a core. */
    void ready(CoreUser user) {
        ready.add(user);
        uncounted(user);
    }

    /** Something came for one that may still run at this moment, and then has not waited. */
    void uncounted(CoreUser user) {
        if (uncounted.isEmpty()) {
            engine.defer(runReady);
        }
        uncounted.add(user);
    }

    /** One no longer uses its core, and may want one again. */
    void freed(CoreUser user) {
        release();
        if (user.isReady()) {
            ready.add(user);
        }
        runReady();
    }

    private void release() {
        used.add(-1, engine.nowNanos());
        shared.freed();
        admitted--;
    }

    /** Lets run what can. */
    void runReady() {
        admit();
        shared.run();
        countWaiting();
        for (int i = 0; i < uncounted.size(); i++) {
            uncounted.get(i).countWaiting();
        }
        uncounted.clear();
    }

    /** Lets them queue for a core, as many as the host may use. */
    private void admit() {
        while (admitted < count && !ready.isEmpty()) {
            admitted++;
            shared.enqueue(ready.poll());
        }
    }

    /** One has run without asking: its first callback. */
    void started(CoreUser user) {
        admitted++;
        ran(user);
    }

    /** One has begun something, or had nothing that was still wanted, or what it did took no time. */
    void ran(CoreUser user) {
        if (user.isBusy()) {
            used.add(1, engine.nowNanos());
            shared.taken();
        } else {
            admitted--;
            if (user.isReady()) {
                ready.add(user);
            }
            admit();
        }
        countWaiting();
    }

    /** One is dead: it has no core any more, and wants none. */
    void gone(CoreUser user) {
        if (user.isBusy()) {
            release();
            engine.defer(runReady);
        } else if (shared.withdraw(user)) {
            admitted--;
            engine.defer(runReady);
        } else {
            ready.remove(user);
        }
        uncounted.remove(user);
        countWaiting();
    }

    private void countWaiting() {
        waiting.set(ready.size() + admitted - used.value(), engine.nowNanos());
    }

    /** What they have done so far, of which {@code served} callbacks. */
    ResourceUse use(String name, long served) {
        long now = engine.nowNanos();
        return new ResourceUse(
                name, Kind.CPU, count, used.integral(now), served, waiting.integral(now), waiting.max(), 0);
    }
}

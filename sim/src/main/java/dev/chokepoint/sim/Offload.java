package dev.chokepoint.sim;

import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.ResourceUse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The threads of a host that compute beside its lanes. A computation first waits for a thread, then for one of the host's cores;
 * it is carried out at the moment it gets the core, and its outcome is known when its cost has passed.
 */
final class Offload {
    private final HostSpec spec;
    private final HostCores cores;
    private final Engine engine;
    private final Deque<Computation<?>> waiting = new ArrayDeque<>();
    private final List<Computation<?>> running = new ArrayList<>();
    private final Level waits = new Level();
    private final Level used = new Level();
    private long served;
    private long refused;

    Offload(HostSpec spec, HostCores cores, Engine engine) {
        this.spec = spec;
        this.cores = cores;
        this.engine = engine;
    }

    /** A computation comes. */
    void offer(Computation<?> computation) {
        if (running.size() < spec.offload().threads()) {
            run(computation);
        } else if (waiting.size() < spec.offload().waitingMax()) {
            waiting.add(computation);
            count();
        } else {
            refused++;
            computation.refused(spec.offload().waitingMax());
        }
    }

    private void run(Computation<?> computation) {
        running.add(computation);
        count();
        cores.ready(computation);
    }

    /** A computation needs its thread no more. */
    void ended(Computation<?> computation) {
        served++;
        running.remove(computation);
        if (waiting.isEmpty()) {
            count();
        } else {
            run(waiting.poll());
        }
    }

    private void count() {
        waits.set(waiting.size(), engine.nowNanos());
        used.set(running.size(), engine.nowNanos());
    }

    /** The process is dead: nothing of what it computes will be known. */
    void crash() {
        for (Computation<?> computation : running) {
            cores.gone(computation);
        }
        running.clear();
        waiting.clear();
        count();
    }

    long served() {
        return served;
    }

    /** What it has done so far. */
    ResourceUse use() {
        long now = engine.nowNanos();
        return new ResourceUse(
                spec.name() + " offload",
                ResourceUse.Kind.OFFLOAD,
                spec.offload().threads(),
                used.integral(now),
                served,
                waits.integral(now),
                waits.max(),
                refused);
    }
}

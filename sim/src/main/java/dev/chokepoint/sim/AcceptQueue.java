package dev.chokepoint.sim;

import dev.chokepoint.host.world.ResourceUse;

/** How full the accept queues of one host are, all its listeners together. */
final class AcceptQueue {
    private final Level queued = new Level();
    private final Level capacity = new Level();
    private long accepted;
    private long refused;

    void listenerOpened(int backlog, long nowNanos) {
        capacity.add(backlog, nowNanos);
    }

    void listenerClosed(int backlog, long nowNanos) {
        capacity.add(-backlog, nowNanos);
    }

    void entered(long nowNanos) {
        queued.add(1, nowNanos);
    }

    void left(long nowNanos) {
        queued.add(-1, nowNanos);
    }

    void accepted() {
        accepted++;
    }

    void refused() {
        refused++;
    }

    /** What it has done; what waits in a queue also uses it. */
    ResourceUse use(String name, long nowNanos) {
        double integral = queued.integral(nowNanos);
        return new ResourceUse(
                name,
                ResourceUse.Kind.ACCEPT_QUEUE,
                capacity.max(),
                integral,
                accepted,
                integral,
                queued.max(),
                refused);
    }
}

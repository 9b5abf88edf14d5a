package dev.chokepoint.live;

import dev.chokepoint.host.world.ResourceUse;

/**
 * What a host's listeners have accepted, and had to leave because descriptors had run out. How many waited in the kernel's
 * queue is not known: it counts overflows for the whole machine only. Any thread.
 */
final class AcceptCount {
    private long capacity;
    private long accepted;
    private long refused;

    synchronized void opened(int backlog) {
        capacity += backlog;
    }

    synchronized void accepted() {
        accepted++;
    }

    synchronized void refused() {
        refused++;
    }

    synchronized ResourceUse use(String host) {
        return new ResourceUse(
                host + " accept queue", ResourceUse.Kind.ACCEPT_QUEUE, capacity, 0, accepted, 0, 0, refused);
    }
}

package dev.chokepoint.programs.balance;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Which servers are being taken out of service: they get no new connections, and those they have may end in their own time. Told
 * by whoever runs the world, in any thread; asked by every lane of a {@link Balancer}.
 */
public final class Draining {
    private final AtomicIntegerArray drained;

    /**
     * None is, yet.
     *
     * @param servers how many there are
     */
    public Draining(int servers) {
        drained = new AtomicIntegerArray(servers);
    }

    /**
     * Takes a server out of service, or puts it back.
     *
     * @param server its number, from 0
     * @param out whether it gets no new connections from now on
     */
    public void set(int server, boolean out) {
        drained.set(server, out ? 1 : 0);
    }

    boolean isOut(int server) {
        return drained.get(server) != 0;
    }
}

package dev.chokepoint.host.world;

/**
 * The threads of a host that run {@linkplain dev.chokepoint.host.Host#offload offloaded} computations; all its lanes share them.
 *
 * @param threads how many run at once at most, at least 1
 * @param waitingMax how many may wait for a thread; what comes then is refused
 */
public record OffloadPool(int threads, int waitingMax) {
    /** What hosts have that don't say otherwise. */
    public static final OffloadPool DEFAULT = new OffloadPool(4, 1_000);

    /** Checks the numbers. */
    public OffloadPool {
        if (threads < 1 || waitingMax < 0) {
            throw new IllegalArgumentException("an offload pool of " + threads + " threads where " + waitingMax
                    + " may wait: it needs at least 1 thread, and 0 or more may wait");
        }
    }
}

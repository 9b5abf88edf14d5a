package dev.chokepoint.host;

/**
 * A server or client. One instance is made for each lane and boot of a host, so its fields need no lock and outlive
 * nothing.
 */
@FunctionalInterface
public interface Program {
    /**
     * Called once, on the lane, before any other callback: open listeners, arm timers, connect.
     *
     * @param host the lane this instance lives on, for as long as it lives
     */
    void start(Host host);

    /**
     * The lane is gone: its world was closed, or its host crashed. Not a callback of the program's life, as no method of its
     * {@link Host} or connections does anything any more: only the place to let go of what is not the world's, such as
     * threads of its own. Called at most once, after the last callback has returned, by the thread that ends the lane.
     */
    default void stop() {}
}

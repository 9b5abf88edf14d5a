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
}

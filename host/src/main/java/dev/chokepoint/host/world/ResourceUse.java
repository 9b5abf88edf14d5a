package dev.chokepoint.host.world;

import java.io.Serializable;

/**
 * What one resource has done since its world began. Differences between two of these give rates: utilisation is
 * {@code usedNanos / (capacity × elapsed)}, the mean number waiting is {@code waitingNanos / elapsed}.
 *
 * @param name unique in its world: the host's or the link direction's name, then what it is
 * @param kind what it is
 * @param capacity how much can be in use at once, in {@code kind}'s unit
 * @param usedNanos the integral over time of what was in use, in unit-nanoseconds
 * @param served how much it has finished, in {@code kind}'s unit of service
 * @param waitingNanos the integral over time of what waited for it, in waiter-nanoseconds (bytes for links)
 * @param waitingMax the most that ever waited at once
 * @param refused how many times it turned something away because it was full
 * @param lost how many packets vanished on it, though it had room
 */
public record ResourceUse(
        String name,
        Kind kind,
        double capacity,
        double usedNanos,
        long served,
        double waitingNanos,
        long waitingMax,
        long refused,
        long lost)
        implements Serializable {
    /**
     * A resource that loses nothing.
     *
     * @param name as above
     * @param kind as above
     * @param capacity as above
     * @param usedNanos as above
     * @param served as above
     * @param waitingNanos as above
     * @param waitingMax as above
     * @param refused as above
     */
    public ResourceUse(
            String name,
            Kind kind,
            double capacity,
            double usedNanos,
            long served,
            double waitingNanos,
            long waitingMax,
            long refused) {
        this(name, kind, capacity, usedNanos, served, waitingNanos, waitingMax, refused, 0);
    }

    /**
     * The same resource before it did anything.
     *
     * @return its name, kind and capacity, and zeros
     */
    public ResourceUse unused() {
        return new ResourceUse(name, kind, capacity, 0, 0, 0, 0, 0);
    }

    /** What a resource is, with the unit of its capacity and of its service. */
    public enum Kind {
        /** One lane: capacity 1, or the cores that its threads can use at once where it has several; serves callbacks. */
        LANE,
        /** A host's cores: capacity cores, serves callbacks. */
        CPU,
        /** The threads of a host's offload pool: capacity threads, serves computations. */
        OFFLOAD,
        /** One direction of a link: capacity 1 transmitter, serves bytes; bytes wait. */
        LINK,
        /** A listener's accept queue: capacity connections, serves accepts. */
        ACCEPT_QUEUE,
        /** The flow-control windows from one host to another: capacity bytes, serves bytes; bytes wait. */
        WINDOW,
        /** The receive buffers of a host's datagram sockets: capacity bytes, serves datagrams; bytes wait, overflow is refused. */
        DATAGRAM_BUFFER,
        /** The connections of a host: capacity those it may have open, serves opened ones. */
        CONNECTIONS,
        /** A group's clients, each with at most one message under way: capacity clients, serves messages. */
        CLIENTS
    }
}

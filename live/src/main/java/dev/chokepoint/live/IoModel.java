package dev.chokepoint.live;

/**
 * The classic ways in which a server waits for its sockets. All behave the same to a program: its lane's callbacks never overlap,
 * whatever threads run them (docs/decisions/015-io-models.md).
 */
public enum IoModel {
    /** Netty's event loops, one a lane: the best that the system has (epoll, or NIO). */
    EVENT_LOOP,
    /** One plain selector a lane, written on the JDK's own channels. Timers are rounded to the millisecond. */
    SELECTOR,
    /** A virtual thread for each connection, bounded by the file descriptors. */
    VIRTUAL,
    /** A platform thread for each connection, at most 20,000 a host; what comes beyond is refused, and counted. */
    PLATFORM,
    /**
     * A fixed pool of platform threads that take turns with the connections that have something to read: two for each processor,
     * at least eight, for each lane.
     */
    POOL
}

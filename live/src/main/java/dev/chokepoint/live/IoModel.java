package dev.chokepoint.live;

/** The classic ways in which a server waits for its sockets. All behave the same to a program. */
public enum IoModel {
    /** Netty's event loops, one a lane: the best that the system has (epoll, or NIO). */
    EVENT_LOOP,
    /** One plain selector a lane, written on the JDK's own channels. */
    SELECTOR,
    /** A virtual thread for each connection. */
    VIRTUAL,
    /** A platform thread for each connection. */
    PLATFORM,
    /** A fixed pool of platform threads that take turns with the connections that have something to read. */
    POOL
}

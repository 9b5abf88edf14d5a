package dev.chokepoint.host.world;

/** How a host dies. */
public enum Crash {
    /**
     * Its process: lanes, timers and unsent bytes are gone without a callback. Its kernel lives and closes the sockets, so that
     * peers get FIN or RST, and new connections are refused. A peer gets RST when something had come that nobody read, and when it
     * speaks afterwards; over real sockets, one that has heard of the end may be told of the reset only at its next send.
     */
    PROCESS,
    /** The whole host, as by a power cut: bytes in flight to and from it are gone too, and peers hear silence. */
    HOST
}

package dev.chokepoint.sim;

/** What packets are sent for: told what becomes of each. */
interface Cargo {
    /**
     * The packet has come to a stage on its way.
     *
     * @param packet which one
     * @param stage where it is
     * @param atNanos from when on: the present or, at an access link, later
     */
    void entered(Packet packet, Stage stage, long atNanos);

    /**
     * The packet no longer waits at its sender: its first link has transmitted it, or dropped it.
     *
     * @param packet which one; duplicates are not told of
     */
    void left(Packet packet);

    /**
     * The packet is at its destination. It is used again when this returns.
     *
     * @param packet which one
     */
    void arrived(Packet packet);

    /** Whether rules see it as a datagram, rather than part of a stream. */
    boolean isDatagram();

    /** One more packet, fragment or duplicate carries it. */
    default void carried() {}

    /** One packet, fragment or duplicate fewer carries it: it arrived or was dropped. */
    default void released() {}
}

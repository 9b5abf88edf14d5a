package dev.chokepoint.sim;

/** What takes a connection's bytes to the peer, and tells it how the connection goes: an ideal stream, or TCP. */
interface Carrier {
    /** Both ends know of each other: bytes may flow. */
    void established();

    /** More may have been released, or the stream's end. */
    void push();

    /** The position up to which bytes have left at least once. */
    long sent();

    /** Whether the stream's end has left. */
    boolean isFinSent();

    /** This side's program has read, or thrown away, {@code count} bytes; on the lane's clock. */
    void consumed(long count);

    /** Tells the peer, now, that the connection is gone; nothing will be sent any more. */
    void reset();

    /** Nothing will be sent any more. */
    void kill();

    /** The connection is over for its program; what was sent may still be on its way. */
    void retire();
}

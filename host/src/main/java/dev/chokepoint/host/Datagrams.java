package dev.chokepoint.host;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A datagram socket (UDP, RFC 768): one send is one datagram, whole or not at all, and nothing is promised about its arrival
 * or its order. Lane thread only. After {@link #close} every method is still safe to call and does nothing.
 */
public interface Datagrams {
    /** The most bytes one datagram may carry: what IPv4 leaves of 65,535 after its own header and UDP's. */
    int MAX_BYTES = 65_507;

    /**
     * The program's own number for this socket, as given to {@link Host#bind} or {@link Host#connectDatagrams}.
     *
     * @return the tag
     */
    long tag();

    /**
     * This socket's address.
     *
     * @return the local address, with its port
     */
    Address local();

    /**
     * The peer of a connected socket: only its datagrams are received, and only a connected socket hears that nobody
     * listens there.
     *
     * @return the peer's address; empty for a socket made by {@link Host#bind}
     */
    Optional<Address> remote();

    /**
     * Sends a copy of the bytes from {@code copied}'s position to its limit as one datagram, possibly empty. Never blocks;
     * it leaves at the end of the callback.
     *
     * @param to its destination; a connected socket's is its peer
     * @param copied consumed when this returns true; free for reuse in any case
     * @return false when it was not sent, because the socket's send buffer is full: it is counted ({@link #refused}), and
     *     {@link DatagramHandler#onWritable} says when there is room
     * @throws IllegalArgumentException it is longer than {@link #MAX_BYTES}, of another address family than the socket, or
     *     not for the peer of a connected socket
     */
    boolean send(Address to, ByteBuffer copied);

    /**
     * How many sends returned false.
     *
     * @return a count since the socket was made
     */
    long refused();

    /** Closes the socket: what was sent before still leaves, and no callback follows. */
    void close();
}

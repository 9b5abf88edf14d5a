package dev.chokepoint.host;

import java.nio.ByteBuffer;

/** The receiver of one or many datagram sockets' events, called on the lane and never from inside one of the program's own calls. */
public interface DatagramHandler {
    /**
     * A datagram arrived, whole.
     *
     * @param socket which socket received it
     * @param from its sender's address
     * @param datagram readable from position to limit, possibly empty; valid only during the call
     */
    void onDatagram(Datagrams socket, Address from, ByteBuffer datagram);

    /**
     * An earlier send came to nothing, as far as this end can know; the socket goes on. Most losses are never reported.
     *
     * @param socket which socket
     * @param error what is known
     */
    default void onError(Datagrams socket, DatagramError error) {}

    /**
     * A {@code send} returned false earlier, and there is room again.
     *
     * @param socket which socket
     */
    default void onWritable(Datagrams socket) {}
}

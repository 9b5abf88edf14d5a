package dev.chokepoint.host;

import java.nio.ByteBuffer;

/**
 * The receiver of one or many connections' events, called on the lane and never from inside one of the program's own calls.
 * The order is {@link #onOpen} (only if it opened), any number of {@link #onBytes} and {@link #onWritable}, at most one
 * {@link #onSecured} somewhere among them, at most one {@link #onEnd}, and exactly one {@link #onClose}, last.
 */
public interface Session {
    /**
     * The connection is established.
     *
     * @param connection which one
     */
    default void onOpen(Connection connection) {}

    /**
     * Bytes arrived: the stream's next ones, in order, in pieces that say nothing about how they were sent.
     *
     * @param connection which one
     * @param bytes readable from position to limit, valid only during the call; what is left unread is dropped
     */
    void onBytes(Connection connection, ByteBuffer bytes);

    /**
     * Both ends have agreed on TLS: from here on the peer is whom {@link Connection#startTls} asked for, and nobody else reads.
     *
     * @param connection which one
     */
    default void onSecured(Connection connection) {}

    /**
     * The peer finished sending: no more bytes will come. This side may go on sending and ends with
     * {@link Connection#finish()} or {@link Connection#close()} in its own time.
     *
     * @param connection which one
     */
    default void onEnd(Connection connection) {
        connection.close();
    }

    /**
     * A {@code send} returned false earlier and {@link Connection#unsentBytes()} has since fallen to half of the high mark
     * or less.
     *
     * @param connection which one
     */
    default void onWritable(Connection connection) {}

    /**
     * The connection is over; nothing more will come of it.
     *
     * @param connection which one
     * @param reason why
     */
    default void onClose(Connection connection, CloseReason reason) {}
}

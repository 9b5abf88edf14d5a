package dev.chokepoint.host.codec;

import dev.chokepoint.host.Payload;
import java.nio.ByteBuffer;

/**
 * A way to write messages into a stream of bytes, and to find them again. Immutable; any thread.
 *
 * @param <M> what a message is
 */
public interface Codec<M> {
    /**
     * Starts decoding a stream.
     *
     * @return a new decoder, for one direction of one connection
     */
    Decoder<M> decoder();

    /**
     * Encodes one message to send to one or many connections.
     *
     * @param message left as it was
     * @return its bytes on the wire
     * @throws IllegalArgumentException this codec's own decoder could not give the message back: it is too long, or holds
     *     what ends a message
     */
    Payload encode(M message);

    /**
     * Encodes one message behind others, without allocating: several small messages then go out in one send.
     *
     * @param message left as it was
     * @param out advanced by the message's bytes on the wire
     * @throws IllegalArgumentException as {@link #encode(Object)}
     * @throws java.nio.BufferOverflowException {@code out} has too little room; it may hold part of the message
     */
    void encode(M message, ByteBuffer out);
}

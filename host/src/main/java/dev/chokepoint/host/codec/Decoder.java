package dev.chokepoint.host.codec;

import java.nio.ByteBuffer;

/**
 * Finds the messages in one stream. Feed it every buffer the stream delivers, in order; the messages and errors it answers
 * with depend on the bytes alone, not on where they were split. Not thread-safe.
 *
 * @param <M> what a message is
 */
public interface Decoder<M> {
    /**
     * Looks for the next message. Call it until it answers false, which means that {@code bytes} is used up.
     *
     * @param bytes consumed up to the end of the message, or whole
     * @return whether there is a {@link #message()}
     * @throws FramingException the stream breaks its protocol; {@code bytes} is consumed up to where that was certain. Each
     *     codec says whether its decoder can go on
     */
    boolean decode(ByteBuffer bytes) throws FramingException;

    /**
     * The message that {@link #decode} has just found. One of bytes is a view into the buffer or the decoder, and valid only
     * until either is used again.
     *
     * @return the message
     * @throws IllegalStateException the last call of {@link #decode} found none
     */
    M message();

    /**
     * The stream has ended: is anything missing?
     *
     * @throws FramingException it ended inside a message
     */
    void end() throws FramingException;

    /**
     * How much memory this decoder keeps for a message of which only a part has come.
     *
     * @return bytes, at most the codec's limit and one more
     */
    int heldBytes();
}

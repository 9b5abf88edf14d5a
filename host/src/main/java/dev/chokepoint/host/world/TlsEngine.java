package dev.chokepoint.host.world;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * One end's half of TLS 1.3, without a stream: turns records into plain bytes and back. A {@link TlsLayer} drives it. Lane only.
 * What it gives to {@code wire} are records, valid during the call.
 */
public interface TlsEngine {
    /** What a record was. */
    enum Step {
        /** One of the handshake's, or one that means nothing to the program. */
        INTERNAL,
        /** The one that ended the handshake. */
        SECURED,
        /** Bytes for the program: {@link #plain()}. */
        PLAIN,
        /** The peer's close_notify. */
        ENDED
    }

    /**
     * Says what there is to say first.
     *
     * @param wire takes records
     */
    void begin(Consumer<ByteBuffer> wire);

    /**
     * Reads a record, and answers it if it asks for that.
     *
     * @param record a whole one, or bytes that are none
     * @param wire takes records
     * @return what it was
     * @throws TlsFailure it is nothing that the peer may say now; the alert is on the wire
     */
    Step open(ByteBuffer record, Consumer<ByteBuffer> wire) throws TlsFailure;

    /**
     * What the last record held.
     *
     * @return valid until the next call
     */
    ByteBuffer plain();

    /**
     * Writes bytes in records. Only once secured.
     *
     * @param bytes consumed
     * @param wire takes records
     * @throws TlsFailure the keys are used up
     */
    void seal(ByteBuffer bytes, Consumer<ByteBuffer> wire) throws TlsFailure;

    /**
     * Says close_notify. Only once secured.
     *
     * @param wire takes records
     * @throws TlsFailure as {@link #seal}
     */
    void end(Consumer<ByteBuffer> wire) throws TlsFailure;
}

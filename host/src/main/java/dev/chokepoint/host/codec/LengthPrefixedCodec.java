package dev.chokepoint.host.codec;

import dev.chokepoint.host.Payload;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Messages behind their length in bytes, as a signed 32-bit big-endian number that does not count itself.
 *
 * <p>A negative or too great length gets a {@link FramingException} whose offset is that of the length. Nobody can tell where
 * the next message begins, so the decoder then answers with the same exception for ever.
 *
 * @param limitBytes the longest message, without its length; 1 to 2<sup>30</sup>
 */
public record LengthPrefixedCodec(int limitBytes) implements Codec<ByteBuffer> {
    static final int PREFIX_BYTES = 4;
    private static final int LIMIT_BYTES_MAX = 1 << 30;

    /** Checks the limit. */
    public LengthPrefixedCodec {
        requireLimit(limitBytes);
    }

    static void requireLimit(int limitBytes) {
        if (limitBytes < 1 || limitBytes > LIMIT_BYTES_MAX) {
            throw new IllegalArgumentException("limitBytes is " + limitBytes + ": must be 1 to " + LIMIT_BYTES_MAX);
        }
    }

    static void requireFits(int length, int limitBytes) {
        if (length > limitBytes) {
            throw new IllegalArgumentException(
                    "message has " + length + " B: the limit is " + limitBytes + " B; send less or raise it");
        }
    }

    /** Puts the bytes without touching their buffer's position. */
    static void append(ByteBuffer bytes, ByteBuffer out) {
        int at = out.position();
        int length = bytes.remaining();
        if (length > out.remaining()) {
            throw new BufferOverflowException();
        }
        out.put(at, bytes, bytes.position(), length).position(at + length);
    }

    /**
     * The same for UTF-8 text. Malformed bytes become U+FFFD.
     *
     * @return the codec; its limit still counts bytes
     */
    public Codec<String> text() {
        return new TextCodec(this);
    }

    @Override
    public Decoder<ByteBuffer> decoder() {
        return new LengthPrefixedDecoder(limitBytes);
    }

    @Override
    public Payload encode(ByteBuffer message) {
        requireFits(message.remaining(), limitBytes);
        ByteBuffer out = ByteBuffer.allocate(PREFIX_BYTES + message.remaining());
        encode(message, out);
        return Payload.of(out.flip());
    }

    @Override
    public void encode(ByteBuffer message, ByteBuffer out) {
        int length = message.remaining();
        requireFits(length, limitBytes);
        out.putInt(out.order() == ByteOrder.BIG_ENDIAN ? length : Integer.reverseBytes(length));
        append(message, out);
    }
}

package dev.chokepoint.host.codec;

import dev.chokepoint.host.Payload;
import java.nio.ByteBuffer;

/**
 * Lines of bytes. A line ends at LF, and one CR just before it is dropped; any other CR, and NUL, belong to the line. (A
 * protocol that forbids bare LF or CR, such as RFC 5321, must not use this.)
 *
 * <p>An overlong line gets one {@link FramingException.What#TOO_LONG}, as soon as it is certain; its offset is the first byte
 * past the limit. The decoder skips the rest of that line and can go on with the next, as IRC does with its numeric 417.
 *
 * @param limitBytes the longest line, without its ending; 1 to 2<sup>30</sup>
 * @param ending what {@code encode} writes behind a line
 */
public record LineCodec(int limitBytes, Ending ending) implements Codec<ByteBuffer> {
    private static final byte LF = '\n';
    private static final byte CR = '\r';

    /** How a line is ended on the wire. */
    public enum Ending {
        /** Line feed alone. */
        LF(new byte[] {LineCodec.LF}),
        /** Carriage return and line feed, as most Internet protocols ask. */
        CRLF(new byte[] {CR, LineCodec.LF});

        @SuppressWarnings("ImmutableEnumChecker") // never handed out, never written
        private final byte[] bytes;

        Ending(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    /** Checks the limit. */
    public LineCodec {
        LengthPrefixedCodec.requireLimit(limitBytes);
    }

    /**
     * Lines that {@code encode} ends with CR LF.
     *
     * @param limitBytes the longest line, without its ending
     */
    public LineCodec(int limitBytes) {
        this(limitBytes, Ending.CRLF);
    }

    /**
     * The same for lines of UTF-8 text. Malformed bytes become U+FFFD.
     *
     * @return the codec; its limit still counts bytes
     */
    public Codec<String> text() {
        return new TextCodec(this);
    }

    @Override
    public Decoder<ByteBuffer> decoder() {
        return new LineDecoder(limitBytes);
    }

    @Override
    public Payload encode(ByteBuffer line) {
        ByteBuffer out = ByteBuffer.allocate(line.remaining() + ending.bytes.length);
        encode(line, out);
        return Payload.of(out.flip());
    }

    @Override
    public void encode(ByteBuffer line, ByteBuffer out) {
        int length = line.remaining();
        LengthPrefixedCodec.requireFits(length, limitBytes);
        for (int i = line.position(); i < line.limit(); i++) {
            if (line.get(i) == LF) {
                throw new IllegalArgumentException(
                        "line has an LF at byte " + (i - line.position()) + ": send it as two lines");
            }
        }
        if (length > 0 && line.get(line.limit() - 1) == CR) {
            throw new IllegalArgumentException("line ends with a CR, which its receiver would drop: remove it");
        }
        LengthPrefixedCodec.append(line, out);
        out.put(ending.bytes);
    }
}

package dev.chokepoint.host;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Immutable bytes that many connections may send without copying. Garbage-collected, never released by hand. */
public final class Payload {
    private final byte[] bytes;

    private Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Copies the bytes from {@code source}'s position to its limit.
     *
     * @param source left as it was
     * @return the payload
     */
    public static Payload of(ByteBuffer source) {
        byte[] copy = new byte[source.remaining()];
        source.get(source.position(), copy);
        return new Payload(copy);
    }

    /**
     * The UTF-8 bytes of a text.
     *
     * @param text the text
     * @return the payload
     */
    public static Payload of(String text) {
        return new Payload(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * How long it is.
     *
     * @return bytes
     */
    public int length() {
        return bytes.length;
    }

    /**
     * A read-only view of all the bytes, with its own position and limit.
     *
     * @return a new view
     */
    public ByteBuffer view() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /**
     * Copies the bytes from {@code offset} on into {@code target}, as many as fit.
     *
     * @param offset the first byte to copy
     * @param target advanced by what was copied
     * @return how many bytes were copied
     */
    public int copyTo(int offset, ByteBuffer target) {
        int count = Math.min(bytes.length - offset, target.remaining());
        target.put(bytes, offset, count);
        return count;
    }
}

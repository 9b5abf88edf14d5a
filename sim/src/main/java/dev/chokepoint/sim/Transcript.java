package dev.chokepoint.sim;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What one end of a TCP connection says on the wire and the simulation itself needs no record of: where its sequence numbers
 * begin, the unit of its windows, and its bytes until they are acknowledged. Kept only while a capture is under way.
 */
final class Transcript {
    private final int initial;
    private final Deque<ByteBuffer> chunks = new ArrayDeque<>();
    private long start;
    private int windowScale;

    /**
     * One that has said nothing.
     *
     * @param initial the SYN's sequence number
     */
    Transcript(int initial) {
        this.initial = initial;
    }

    /** An offset in the stream, of which the first byte is 0, as 32 bits. */
    int sequence(long offset) {
        return initial + 1 + (int) offset;
    }

    /** How many low bits its windows leave out, once its SYN has said so. */
    int windowScale() {
        return windowScale;
    }

    void windowScale(int scale) {
        windowScale = scale;
    }

    /** The program has sent more; {@code chunk} is referred to from position to limit. */
    void append(ByteBuffer chunk) {
        chunks.add(chunk.duplicate());
    }

    /** The bytes before {@code position} will not be sent again. */
    void acknowledged(long position) {
        while (!chunks.isEmpty() && start + chunks.getFirst().remaining() <= position) {
            start += chunks.removeFirst().remaining();
        }
    }

    /** The {@code count} bytes from {@code position} on, none of which is acknowledged. */
    ByteBuffer read(long position, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        long from = start;
        for (ByteBuffer chunk : chunks) {
            long next = position + bytes.position();
            if (!bytes.hasRemaining()) {
                break;
            }
            if (next < from + chunk.remaining()) {
                int skipped = (int) (next - from);
                int part = Math.min(bytes.remaining(), chunk.remaining() - skipped);
                bytes.put(chunk.slice(chunk.position() + skipped, part));
            }
            from += chunk.remaining();
        }
        if (bytes.hasRemaining()) {
            throw new IllegalStateException(
                    "no bytes " + position + " to " + (position + count) + " are kept, only " + start + " to " + from);
        }
        return bytes.flip();
    }
}

package dev.chokepoint.sim;

import dev.chokepoint.host.Payload;
import java.nio.ByteBuffer;

/**
 * The bytes of one direction of a stream, from the sender's {@code send} to the receiver's {@code onBytes}. They are stored
 * once: what moves through the network are counts. Shared payloads are referred to, not copied.
 */
final class ByteQueue {
    /** One append's bytes. */
    private static final class Chunk {
        private final ByteBuffer bytes;
        private Chunk next = null;

        Chunk(ByteBuffer bytes) {
            this.bytes = bytes;
        }
    }

    /** The oldest chunk; an empty queue, of which there may be millions, is nothing but this. */
    private Chunk first = null;

    /** The newest, while there is one. */
    private Chunk last = null;

    /** Gets a view of everything, to keep it longer; none where nobody wants that. */
    private Transcript transcript = null;

    void transcript(Transcript keeper) {
        transcript = keeper;
    }

    /** At least 1 byte. */
    void append(ByteBuffer copied) {
        ByteBuffer copy = ByteBuffer.allocate(copied.remaining());
        add(new Chunk(copy.put(copied).flip()));
    }

    /** At least 1 byte. */
    void append(Payload shared) {
        add(new Chunk(shared.view()));
    }

    /** Puts back what was read last, at least 1 byte. */
    void unread(ByteBuffer copied) {
        Chunk chunk =
                new Chunk(ByteBuffer.allocate(copied.remaining()).put(copied).flip());
        chunk.next = first;
        last = first == null ? chunk : last;
        first = chunk;
    }

    private void add(Chunk chunk) {
        if (first == null) {
            first = chunk;
        } else {
            last.next = chunk;
        }
        last = chunk;
        if (transcript != null) {
            transcript.append(chunk.bytes);
        }
    }

    /** Moves the oldest {@code count} bytes into {@code target}. */
    void read(ByteBuffer target, int count) {
        int left = count;
        while (left > 0) {
            ByteBuffer chunk = first.bytes;
            int part = Math.min(left, chunk.remaining());
            target.put(target.position(), chunk, chunk.position(), part);
            target.position(target.position() + part);
            skipFirst(part);
            left -= part;
        }
    }

    /** Forgets the oldest {@code count} bytes. */
    void skip(long count) {
        long left = count;
        while (left > 0) {
            int part = (int) Math.min(left, first.bytes.remaining());
            skipFirst(part);
            left -= part;
        }
    }

    private void skipFirst(int part) {
        first.bytes.position(first.bytes.position() + part);
        if (!first.bytes.hasRemaining()) {
            first = first.next;
            last = first == null ? null : last;
        }
    }

    /** Forgets the newest {@code count} bytes. */
    void dropLast(long count) {
        long kept = size() - count;
        if (kept == 0) {
            first = null;
            last = null;
            return;
        }
        Chunk chunk = first;
        while (chunk.bytes.remaining() < kept) {
            kept -= chunk.bytes.remaining();
            chunk = chunk.next;
        }
        chunk.bytes.limit(chunk.bytes.position() + (int) kept);
        chunk.next = null;
        last = chunk;
    }

    private long size() {
        long size = 0;
        for (Chunk chunk = first; chunk != null; chunk = chunk.next) {
            size += chunk.bytes.remaining();
        }
        return size;
    }
}

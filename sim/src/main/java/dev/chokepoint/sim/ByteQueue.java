package dev.chokepoint.sim;

import dev.chokepoint.host.Payload;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The bytes of one direction of a stream, from the sender's {@code send} to the receiver's {@code onBytes}. They are stored
 * once: what moves through the network are counts. Shared payloads are referred to, not copied.
 */
final class ByteQueue {
    private final Deque<ByteBuffer> chunks = new ArrayDeque<>(2);

    /** Gets a view of everything, to keep it longer; none where nobody wants that. */
    private Transcript transcript = null;

    void transcript(Transcript keeper) {
        transcript = keeper;
    }

    /** At least 1 byte. */
    void append(ByteBuffer copied) {
        ByteBuffer copy = ByteBuffer.allocate(copied.remaining());
        add(copy.put(copied).flip());
    }

    /** At least 1 byte. */
    void append(Payload shared) {
        add(shared.view());
    }

    private void add(ByteBuffer chunk) {
        chunks.add(chunk);
        if (transcript != null) {
            transcript.append(chunk);
        }
    }

    /** Moves the oldest {@code count} bytes into {@code target}. */
    void read(ByteBuffer target, int count) {
        int left = count;
        while (left > 0) {
            ByteBuffer chunk = chunks.getFirst();
            int part = Math.min(left, chunk.remaining());
            target.put(target.position(), chunk, chunk.position(), part);
            target.position(target.position() + part);
            skipIn(chunk, part);
            left -= part;
        }
    }

    /** Forgets the oldest {@code count} bytes. */
    void skip(long count) {
        long left = count;
        while (left > 0) {
            ByteBuffer chunk = chunks.getFirst();
            int part = (int) Math.min(left, chunk.remaining());
            skipIn(chunk, part);
            left -= part;
        }
    }

    private void skipIn(ByteBuffer chunk, int part) {
        chunk.position(chunk.position() + part);
        if (!chunk.hasRemaining()) {
            chunks.removeFirst();
        }
    }

    /** Forgets the newest {@code count} bytes. */
    void dropLast(long count) {
        long left = count;
        while (left > 0) {
            ByteBuffer chunk = chunks.getLast();
            int part = (int) Math.min(left, chunk.remaining());
            chunk.limit(chunk.limit() - part);
            if (!chunk.hasRemaining()) {
                chunks.removeLast();
            }
            left -= part;
        }
    }
}

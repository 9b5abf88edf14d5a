package dev.chokepoint.live;

import java.io.IOException;
import java.util.ArrayDeque;

/** What one thread has to write before its next turn. Lane only, except {@link #write}. */
final class Errand {
    private final BlockingSocket reader;
    private final ArrayDeque<BlockingSocket> sockets = new ArrayDeque<>();
    private final WriteQueue batch = new WriteQueue();
    private BlockingSocket current; // null when there is nothing to write
    private IOException failure; // null when all was written
    private long sinceNanos;
    private volatile boolean writing;

    /** Of a connection's own thread. */
    Errand(BlockingSocket reader) {
        this.reader = reader;
    }

    /** Adds what others have to write, and begins with the first. False when there is none. */
    boolean begin(ArrayDeque<BlockingSocket> more) {
        sockets.addAll(more);
        more.clear();
        current = sockets.poll();
        if (current == null) {
            return false;
        }
        current.take(batch);
        sinceNanos = System.nanoTime();
        writing = true;
        return true;
    }

    /** Writes what {@link #begin} found, however long the socket takes; false when it found nothing. Its own thread. */
    boolean write() {
        if (current == null) {
            return false;
        }
        try {
            failure = null;
            current.write(batch);
        } catch (IOException e) {
            failure = e;
            batch.clear();
        }
        writing = false;
        return true;
    }

    /** After {@link #write}. */
    void report() {
        current.written(failure);
    }

    /**
     * Whether a socket has kept it waiting for so long. A thread that has written and waits for the lane's lock is not stuck,
     * however long that takes.
     */
    boolean isStuck(long nanos) {
        return writing && System.nanoTime() - sinceNanos >= nanos;
    }

    /** It is stuck in its current socket: the rest is for others, and its connection needs another reader. */
    void giveUp(ArrayDeque<BlockingSocket> rest) {
        rest.addAll(sockets);
        sockets.clear();
        reader.replace(this);
    }
}

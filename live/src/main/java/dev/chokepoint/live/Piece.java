package dev.chokepoint.live;

import io.netty.buffer.ByteBuf;

/** What a link carries at once: some bytes of a stream, its end, or a reset. Its times are set when the link takes it. */
final class Piece {
    /** What it does when it reaches the socket. */
    enum Kind {
        BYTES,
        FIN,
        RST
    }

    private final Kind kind;
    private final int length;
    private ByteBuf bytes; // set by carry, for BYTES
    private long end;
    private long admittedNanos;
    private long startNanos;
    private long sentNanos;
    private long dueNanos;

    Piece(Kind kind, int length) {
        this.kind = kind;
        this.length = length;
    }

    Kind kind() {
        return kind;
    }

    int length() {
        return length;
    }

    void carry(ByteBuf content, long endOffset) {
        bytes = content;
        end = endOffset;
    }

    ByteBuf bytes() {
        return bytes;
    }

    /** The stream's offset behind it. */
    long end() {
        return end;
    }

    void timed(long admitted, long start, long sent, long due) {
        admittedNanos = admitted;
        startNanos = start;
        sentNanos = sent;
        dueNanos = due;
    }

    void notBefore(long nanos) {
        dueNanos = Math.max(dueNanos, nanos);
    }

    long admittedNanos() {
        return admittedNanos;
    }

    /** When the transmitter begins with it. */
    long startNanos() {
        return startNanos;
    }

    /** When the transmitter is done with it. */
    long sentNanos() {
        return sentNanos;
    }

    /** When it reaches the other end. */
    long dueNanos() {
        return dueNanos;
    }

    void release() {
        if (kind == Kind.BYTES) {
            bytes.release();
        }
    }
}

package dev.chokepoint.live;

import dev.chokepoint.host.Payload;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/** The bytes of one connection that the program has sent and nothing has taken yet. Small sends share a chunk. Lane only. */
final class Outbox {
    private static final int FIRST_CHUNK = 256;
    private static final int CHUNK = 16 << 10;
    /** Below this a copy is cheaper than one more entry in the socket's gathering write. */
    private static final int SHARE_FROM = 4 << 10;

    private final ByteBufAllocator allocator;
    private final ArrayDeque<ByteBuf> full = new ArrayDeque<>(2);
    private ByteBuf tail; // null when empty; the only chunk that still takes bytes
    private long bytes;

    Outbox(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    long bytes() {
        return bytes;
    }

    void add(ByteBuffer source) {
        int length = source.remaining();
        room(length).writeBytes(source);
        bytes += length;
    }

    void add(Payload payload, SharedPayload shared) {
        int length = payload.length();
        if (length < SHARE_FROM) {
            ByteBuf target = room(length);
            ByteBuffer view = target.internalNioBuffer(target.writerIndex(), length);
            payload.copyTo(0, view);
            target.writerIndex(target.writerIndex() + length);
        } else {
            closeTail();
            full.add(shared.slice(payload));
        }
        bytes += length;
    }

    /** How many lie in one piece of memory. Not to be called when empty. */
    int firstBytes() {
        return (full.isEmpty() ? tail : full.peekFirst()).readableBytes();
    }

    /** Takes the first chunk, or its first {@code maxBytes}. The caller owns what it gets. Not to be called when empty. */
    ByteBuf take(long maxBytes) {
        ByteBuf first = full.isEmpty() ? tail : full.peekFirst();
        if (first.readableBytes() > maxBytes) {
            bytes -= maxBytes;
            return first.readRetainedSlice((int) maxBytes);
        }
        if (full.isEmpty()) {
            tail = null;
        } else {
            full.removeFirst();
        }
        bytes -= first.readableBytes();
        return first;
    }

    void clear() {
        while (bytes > 0) {
            take(Long.MAX_VALUE).release();
        }
    }

    private ByteBuf room(int length) {
        if (tail == null || tail.writableBytes() < length) {
            int size = tail == null ? FIRST_CHUNK : CHUNK;
            closeTail();
            tail = allocator.directBuffer(Math.max(size, length), Math.max(size, length));
        }
        return tail;
    }

    private void closeTail() {
        if (tail != null) {
            full.add(tail);
            tail = null;
        }
    }
}

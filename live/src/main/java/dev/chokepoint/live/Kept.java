package dev.chokepoint.live;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;

/**
 * What was read from the kernel after the program had paused, or was not through with when it did: at most what the kernel's receive buffer held, usually nothing.
 * Lane only.
 */
final class Kept {
    private ByteBuf bytes; // null when empty

    boolean isEmpty() {
        return bytes == null;
    }

    void add(ByteBuf more) {
        if (bytes == null) {
            bytes = Lane.allocator().directBuffer(more.readableBytes());
        }
        bytes.writeBytes(more);
    }

    void add(ByteBuffer more) {
        if (bytes == null) {
            bytes = Lane.allocator().directBuffer(more.remaining());
        }
        bytes.writeBytes(more);
    }

    /** The caller owns what it gets. Not to be called when empty. */
    ByteBuf take() {
        ByteBuf taken = bytes;
        bytes = null;
        return taken;
    }

    void clear() {
        if (bytes != null) {
            take().release();
        }
    }
}

package dev.chokepoint.live;

import dev.chokepoint.host.Payload;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;

/**
 * The last large payload a lane sent, once in direct memory for all its receivers: a fan-out copies it once. One payload is
 * kept, and only to the end of the loop turn. Lane only.
 */
final class SharedPayload {
    private final ByteBufAllocator allocator;
    private Payload payload; // null when nothing is kept
    private ByteBuf direct;

    SharedPayload(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    @SuppressWarnings("ReferenceEquality") // the same object is what a fan-out sends
    ByteBuf slice(Payload wanted) {
        if (payload != wanted) {
            forget();
            payload = wanted;
            direct = allocator.directBuffer(wanted.length(), wanted.length());
            ByteBuffer view = direct.internalNioBuffer(0, wanted.length());
            wanted.copyTo(0, view);
            direct.writerIndex(wanted.length());
        }
        return direct.retainedSlice();
    }

    void forget() {
        if (payload != null) {
            payload = null;
            direct.release();
        }
    }
}

package dev.chokepoint.live;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.util.ArrayDeque;

/** Bytes on their way into a socket of the JDK's. One thread at a time. */
final class WriteQueue {
    /** As many as the kernel takes in one call at least. */
    private static final int GATHER_MAX = 16;

    private final ArrayDeque<ByteBuf> queue = new ArrayDeque<>();
    private long bytes;

    boolean isEmpty() {
        return queue.isEmpty();
    }

    long bytes() {
        return bytes;
    }

    void add(ByteBuf more) {
        bytes += more.readableBytes();
        queue.add(more);
    }

    /** Moves all to another. */
    void moveTo(WriteQueue other) {
        while (!queue.isEmpty()) {
            other.add(queue.remove());
        }
        bytes = 0;
    }

    /** Writes until all is written, or the channel takes no more. */
    void writeTo(GatheringByteChannel channel) throws IOException {
        boolean progress = true;
        while (!queue.isEmpty() && progress) {
            long count = queue.size() == 1 ? channel.write(view(queue.getFirst())) : channel.write(views());
            progress = count > 0;
            written(count);
        }
    }

    private ByteBuffer[] views() {
        ByteBuffer[] views = new ByteBuffer[Math.min(GATHER_MAX, queue.size())];
        int i = 0;
        for (ByteBuf chunk : queue) {
            if (i < views.length) {
                views[i++] = view(chunk);
            }
        }
        return views;
    }

    /** Of its own: chunks may share memory with those of other connections. */
    private static ByteBuffer view(ByteBuf chunk) {
        return chunk.nioBuffer();
    }

    private void written(long count) {
        bytes -= count;
        long left = count;
        while (!queue.isEmpty() && queue.getFirst().readableBytes() <= left) {
            left -= queue.getFirst().readableBytes();
            queue.remove().release();
        }
        if (left > 0) {
            queue.getFirst().skipBytes((int) left);
        }
    }

    void clear() {
        queue.forEach(ByteBuf::release);
        queue.clear();
        bytes = 0;
    }
}

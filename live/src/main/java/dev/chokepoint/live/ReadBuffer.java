package dev.chokepoint.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelConfig;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.util.UncheckedBooleanSupplier;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * One lane's buffer into which all its sockets are read: the program must not keep what it is shown, so nothing is allocated
 * for a read. For transports that read on the loop itself (epoll, NIO). Lane only.
 */
final class ReadBuffer implements RecvByteBufAllocator {
    private static final int BYTES = 64 << 10;
    /** After so many full buffers of one connection the others get their turn. */
    private static final int READS_MAX = 16;

    private final ByteBuffer view;
    private final ByteBuf buffer;

    ReadBuffer() {
        this(ByteBuffer.allocateDirect(BYTES)); // freed with its lane by the garbage collector
    }

    ReadBuffer(ByteBuffer memory) {
        this.view = memory;
        this.buffer = Unpooled.wrappedBuffer(memory.duplicate());
    }

    int capacity() {
        return view.capacity();
    }

    /** Reads once from a channel of the JDK's; {@link #bytes} are what it read. Returns their number, -1 at the end. */
    int read(ReadableByteChannel channel) throws IOException {
        int count = channel.read(view.clear());
        buffer.setIndex(0, Math.max(0, count));
        return count;
    }

    /** What was read last. Good until the next read. */
    ByteBuf bytes() {
        return buffer;
    }

    /** The buffer itself, from its start on. Good until the next read. */
    ByteBuffer scratch() {
        return view;
    }

    /** The readable bytes of what was read, without a new object when it is this buffer. Good until the next read. */
    @SuppressWarnings("ReferenceEquality") // only this very buffer has the view
    ByteBuffer view(ByteBuf read) {
        return read == buffer ? view.limit(read.writerIndex()).position(read.readerIndex()) : read.nioBuffer();
    }

    @Override
    @SuppressWarnings("deprecation") // the plain Handle is deprecated in the interface we implement
    public Handle newHandle() {
        return new Reads();
    }

    private final class Reads implements ExtendedHandle {
        private ChannelConfig config;
        private int reads;
        private int attempted;
        private int last;

        @Override
        public ByteBuf allocate(ByteBufAllocator ignored) {
            return buffer.clear().retain();
        }

        @Override
        public int guess() {
            return BYTES;
        }

        @Override
        public void reset(ChannelConfig channelConfig) {
            config = channelConfig;
            reads = 0;
        }

        @Override
        public void incMessagesRead(int count) {
            reads += count;
        }

        @Override
        public void lastBytesRead(int bytes) {
            last = bytes;
        }

        @Override
        public int lastBytesRead() {
            return last;
        }

        @Override
        public void attemptedBytesRead(int bytes) {
            attempted = bytes;
        }

        @Override
        public int attemptedBytesRead() {
            return attempted;
        }

        @Override
        public boolean continueReading() {
            return mayGoOn() && last == attempted;
        }

        @Override
        public boolean continueReading(UncheckedBooleanSupplier maybeMore) {
            return mayGoOn() && maybeMore.get();
        }

        private boolean mayGoOn() {
            return config.isAutoRead() && reads < READS_MAX && last > 0;
        }

        @Override
        public void readComplete() {}
    }
}

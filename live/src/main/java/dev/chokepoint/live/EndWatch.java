package dev.chokepoint.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelConfig;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.util.UncheckedBooleanSupplier;

/**
 * Keeps the end of a stream from Netty's NIO and io_uring Unix-domain channels, and tells it to somebody else: those two have
 * no half-close (they ask for a SocketChannelConfig, which their own configuration isn't) and would close the socket.
 */
final class EndWatch implements RecvByteBufAllocator {
    private final RecvByteBufAllocator reads;
    private final Runnable onEnd;

    EndWatch(RecvByteBufAllocator reads, Runnable onEnd) {
        this.reads = reads;
        this.onEnd = onEnd;
    }

    @Override
    @SuppressWarnings("deprecation") // the plain Handle is deprecated in the interface we implement
    public Handle newHandle() {
        return new Watched((ExtendedHandle) reads.newHandle());
    }

    private final class Watched implements ExtendedHandle {
        private final ExtendedHandle handle;
        private boolean ended;

        Watched(ExtendedHandle handle) {
            this.handle = handle;
        }

        @Override
        public void lastBytesRead(int bytes) {
            handle.lastBytesRead(Math.max(0, bytes));
            if (bytes < 0 && !ended) {
                ended = true;
                onEnd.run();
            }
        }

        @Override
        public int lastBytesRead() {
            return handle.lastBytesRead();
        }

        @Override
        public ByteBuf allocate(ByteBufAllocator allocator) {
            return handle.allocate(allocator);
        }

        @Override
        public int guess() {
            return handle.guess();
        }

        @Override
        public void reset(ChannelConfig config) {
            handle.reset(config);
        }

        @Override
        public void incMessagesRead(int count) {
            handle.incMessagesRead(count);
        }

        @Override
        public void attemptedBytesRead(int bytes) {
            handle.attemptedBytesRead(bytes);
        }

        @Override
        public int attemptedBytesRead() {
            return handle.attemptedBytesRead();
        }

        @Override
        public boolean continueReading() {
            return !ended && handle.continueReading();
        }

        @Override
        public boolean continueReading(UncheckedBooleanSupplier maybeMore) {
            return !ended && handle.continueReading(maybeMore);
        }

        @Override
        public void readComplete() {
            handle.readComplete();
        }
    }
}

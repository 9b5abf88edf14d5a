package dev.chokepoint.live;

import io.netty.channel.IoEventLoop;
import io.netty.channel.nio.NioIoOps;
import io.netty.channel.nio.NioSelectableChannelIoHandle;
import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;

/** Has one of Netty's NIO loops watch a datagram socket. */
record NettyUdpWatch(IoEventLoop loop) implements NioUdp.Watch {
    @Override
    public void begin(DatagramChannel channel, Runnable readable) {
        var _ = loop.register(new Handle(channel, readable))
                .awaitUninterruptibly()
                .getNow()
                .submit(NioIoOps.READ);
    }

    @Override
    public void closed() {
        // Its key is cancelled, which the loop finds by itself.
    }

    private static final class Handle extends NioSelectableChannelIoHandle<DatagramChannel> {
        private final DatagramChannel socket;
        private final Runnable readable;

        Handle(DatagramChannel channel, Runnable readable) {
            super(channel);
            this.socket = channel;
            this.readable = readable;
        }

        @Override
        protected void handle(DatagramChannel ignored, SelectionKey key) {
            readable.run();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

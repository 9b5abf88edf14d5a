package dev.chokepoint.live;

import io.netty.channel.IoEvent;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.unix.FileDescriptor;

/** A datagram socket that epoll watches. */
final class EpollUdp extends NativeUdp {
    private final IoEventLoop loop;

    EpollUdp(SocketProtocolFamily family, IoEventLoop loop) {
        super(family);
        this.loop = loop;
    }

    @Override
    IoRegistration register(Runnable readable) {
        IoRegistration registration =
                loop.register(new Handle(readable)).awaitUninterruptibly().getNow();
        var _ = registration.submit(EpollIoOps.EPOLLIN);
        return registration;
    }

    private final class Handle implements EpollIoHandle {
        private final Runnable readable;

        Handle(Runnable readable) {
            this.readable = readable;
        }

        @Override
        public FileDescriptor fd() {
            return socket();
        }

        @Override
        public void handle(IoRegistration registration, IoEvent event) {
            if (!isClosed()) {
                readable.run();
            }
        }

        @Override
        public void close() {
            EpollUdp.this.close();
        }
    }
}

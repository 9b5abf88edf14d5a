package dev.chokepoint.live;

import io.netty.channel.IoEvent;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.uring.IoUringIoHandle;
import io.netty.channel.uring.IoUringIoOps;

/** A datagram socket that io_uring polls, once for each time that it becomes readable. */
final class IoUringUdp extends NativeUdp {
    private static final byte POLL_ADD = 6; // IORING_OP_POLL_ADD
    private static final int POLLIN = 1;

    private final IoEventLoop loop;

    IoUringUdp(SocketProtocolFamily family, IoEventLoop loop) {
        super(family);
        this.loop = loop;
    }

    @Override
    IoRegistration register(Runnable readable) {
        IoRegistration registration =
                loop.register(new Handle(readable)).awaitUninterruptibly().getNow();
        poll(registration);
        return registration;
    }

    private void poll(IoRegistration registration) {
        byte none = 0;
        short zero = 0;
        var _ = registration.submit(
                new IoUringIoOps(POLL_ADD, none, zero, socket().intValue(), 0, 0, 0, POLLIN, 0L, zero, zero, 0, 0));
    }

    private final class Handle implements IoUringIoHandle {
        private final Runnable readable;

        Handle(Runnable readable) {
            this.readable = readable;
        }

        @Override
        public void handle(IoRegistration registration, IoEvent event) {
            if (!isClosed()) {
                readable.run();
            }
            if (!isClosed()) {
                poll(registration);
            }
        }

        @Override
        public void close() {
            IoUringUdp.this.close();
        }
    }
}

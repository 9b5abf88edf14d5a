/** The real world: sockets, threads and emulated links. */
module dev.chokepoint.live {
    requires dev.chokepoint.host;
    requires io.netty.buffer;
    requires io.netty.common;
    requires io.netty.transport;
    requires io.netty.transport.unix.common;
    requires io.netty.transport.classes.epoll;
    requires io.netty.transport.classes.io_uring;
    requires jdk.management;

    exports dev.chokepoint.live;
}

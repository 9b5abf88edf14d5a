package dev.chokepoint.live;

import io.netty.channel.Channel;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringDomainSocketChannel;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerDomainSocketChannel;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.channel.uring.IoUringSocketChannel;
import java.io.IOException;
import java.nio.channels.spi.SelectorProvider;

/** The ways to reach the kernel's sockets. All behave the same to a program. */
public enum Transport {
    /** Linux's epoll. */
    EPOLL {
        @Override
        public boolean isAvailable() {
            return Epoll.isAvailable();
        }

        @Override
        IoHandlerFactory handlers() {
            return SteadyEpoll.factory();
        }

        @Override
        Channel newSocket(SocketProtocolFamily family) {
            return family == SocketProtocolFamily.UNIX
                    ? new EpollDomainSocketChannel()
                    : new EpollSocketChannel(family);
        }

        @Override
        ServerChannel newServer(SocketProtocolFamily family) {
            return family == SocketProtocolFamily.UNIX
                    ? new EpollServerDomainSocketChannel()
                    : new EpollServerSocketChannel(family);
        }

        @Override
        UdpSocket newUdp(SocketProtocolFamily family, IoEventLoop loop) {
            return new EpollUdp(family, loop);
        }
    },
    /** Linux's io_uring, where the kernel allows it. */
    IO_URING {
        @Override
        public boolean isAvailable() {
            return IoUring.isAvailable();
        }

        @Override
        IoHandlerFactory handlers() {
            return IoUringIoHandler.newFactory();
        }

        @Override
        Channel newSocket(SocketProtocolFamily family) {
            return family == SocketProtocolFamily.UNIX ? new IoUringDomainSocketChannel() : new IoUringSocketChannel();
        }

        @Override
        ServerChannel newServer(SocketProtocolFamily family) {
            return family == SocketProtocolFamily.UNIX
                    ? new IoUringServerDomainSocketChannel()
                    : new IoUringServerSocketChannel();
        }

        @Override
        UdpSocket newUdp(SocketProtocolFamily family, IoEventLoop loop) {
            return new IoUringUdp(family, loop);
        }
    },
    /** The JDK's selectors, on every system. Timers are rounded to the millisecond. */
    NIO {
        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        IoHandlerFactory handlers() {
            return NioIoHandler.newFactory();
        }

        @Override
        Channel newSocket(SocketProtocolFamily family) {
            return family == SocketProtocolFamily.UNIX
                    ? new NioDomainSocketChannel(SelectorProvider.provider())
                    : new NioSocketChannel(SelectorProvider.provider(), family);
        }

        @Override
        ServerChannel newServer(SocketProtocolFamily family) {
            return family == SocketProtocolFamily.UNIX
                    ? new NioServerDomainSocketChannel(SelectorProvider.provider())
                    : new NioServerSocketChannel(SelectorProvider.provider(), family);
        }

        @Override
        UdpSocket newUdp(SocketProtocolFamily family, IoEventLoop loop) throws IOException {
            return NioUdp.open(family.toJdkFamily(), new NettyUdpWatch(loop));
        }
    };

    /**
     * Whether this machine has it.
     *
     * @return false where the system, its kernel or a missing native library rules it out
     */
    public abstract boolean isAvailable();

    /**
     * The default: epoll where there is one, else NIO. Not io_uring: containers and hardened kernels forbid it, its
     * completions hold a read buffer for every connection, and a default that changes with the kernel makes two machines'
     * figures incomparable.
     *
     * @return an available transport
     */
    public static Transport best() {
        return EPOLL.isAvailable() ? EPOLL : NIO;
    }

    abstract IoHandlerFactory handlers();

    /** May throw Netty's ChannelException when descriptors have run out or the family is missing. */
    abstract Channel newSocket(SocketProtocolFamily family);

    abstract ServerChannel newServer(SocketProtocolFamily family);

    /** Likewise. */
    abstract UdpSocket newUdp(SocketProtocolFamily family, IoEventLoop loop) throws IOException;
}

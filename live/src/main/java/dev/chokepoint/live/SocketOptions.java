package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelOption;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollChannelOption;

/** What is set on every socket. */
final class SocketOptions {
    private SocketOptions() {}

    /** On a stream's socket, before it connects or when it was accepted. */
    static void forStream(Channel channel, Address address, StreamOptions options, Lane lane) {
        ChannelConfig config = channel.config();
        config.setAllocator(Lane.allocator());
        config.setAutoRead(false);
        if (lane.host().transport() != Transport.IO_URING) { // which reads many sockets at once
            config.setRecvByteBufAllocator(lane.readBuffer());
        }
        config.setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        config.setOption(ChannelOption.SO_SNDBUF, options.windowBytes());
        if (address instanceof Address.Inet) {
            config.setOption(ChannelOption.TCP_NODELAY, true);
            config.setOption(ChannelOption.SO_RCVBUF, options.windowBytes());
        }
    }

    /** Picks the local port at connect time, so that each destination has all ports of a local address. */
    static void bindLate(Channel channel) {
        channel.config().setOption(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true);
    }

    static void forServer(ServerChannel server, Address at, StreamOptions options) {
        ChannelConfig config = server.config();
        config.setOption(ChannelOption.SO_BACKLOG, options.backlog());
        if (at instanceof Address.Inet) {
            config.setOption(ChannelOption.SO_REUSEADDR, true);
            config.setOption(ChannelOption.SO_RCVBUF, options.windowBytes()); // accepted sockets inherit it
        }
    }
}

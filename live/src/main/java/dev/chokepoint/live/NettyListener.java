package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import java.io.IOException;

/** A listening socket of Netty's. */
final class NettyListener extends ChannelInboundHandlerAdapter implements ListenSocket {
    private final ServerChannel channel;
    private final Transport transport;
    private final LiveListener listener;

    private NettyListener(ServerChannel channel, Transport transport, LiveListener listener) {
        this.channel = channel;
        this.transport = transport;
        this.listener = listener;
    }

    static ListenSocket open(NettyLoop loop, Address at, StreamOptions options, LiveListener listener)
            throws IOException {
        Transport transport = loop.transport();
        ServerChannel channel = transport.newServer(SocketAddresses.family(at));
        SocketOptions.forServer(channel, at, options);
        channel.config().setAutoRead(false);
        check(loop.netty().register(channel));
        try {
            check(channel.bind(SocketAddresses.toSocket(at, transport)));
        } catch (IOException e) {
            var _ = channel.close();
            throw e;
        }
        NettyListener socket = new NettyListener(channel, transport, listener);
        channel.pipeline().addLast(socket);
        return socket;
    }

    private static void check(ChannelFuture done) throws IOException {
        if (!done.awaitUninterruptibly().isSuccess()) {
            throw new IOException(done.cause());
        }
    }

    @Override
    public Address local(Address otherwise) {
        return SocketAddresses.fromSocket(channel.localAddress(), otherwise);
    }

    @Override
    public void accept(boolean on) {
        channel.config().setAutoRead(on);
    }

    @Override
    public void close() {
        var _ = channel.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        Channel socket = (Channel) message;
        socket.config().setAutoRead(false);
        listener.accepted(new NettySocket(socket, transport));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        listener.failed(cause);
    }
}

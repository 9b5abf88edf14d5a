package dev.chokepoint.bench.echo;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Server;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.live.LiveWorld;
import dev.chokepoint.live.Transport;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** The two echo servers. Prints its port, then serves until its standard input ends. */
final class EchoServers {
    private EchoServers() {}

    /** Arguments: {@code seam} or {@code netty}, and a transport. */
    public static void main(String[] args) throws Exception {
        Transport transport = Transport.valueOf(args[1]);
        switch (args[0]) {
            case "seam" -> seam(transport);
            case "netty" -> netty(transport);
            default -> throw new IllegalArgumentException(args[0] + ": must be seam or netty");
        }
    }

    private static void serve(int port) throws Exception {
        System.out.println(port);
        while (System.in.read() >= 0) {
            // the parent never writes; the end of the stream ends this process
        }
        System.exit(0);
    }

    private static void seam(Transport transport) throws Exception {
        LiveWorld world = new LiveWorld(1, transport, Observer.NONE);
        world.add(new HostSpec("server", List.of(Address.inet("127.0.0.1", 0)), HostSpec.UNLIMITED, 1));
        int[] port = new int[1];
        world.start("server", () -> host -> port[0] = listen(host));
        serve(port[0]);
        world.close();
    }

    private static int listen(Host host) {
        Session echo = new Session() {
            @Override
            public void onBytes(Connection connection, java.nio.ByteBuffer bytes) {
                connection.send(bytes);
            }
        };
        Server server = host.listen(host.addresses().getFirst(), StreamOptions.DEFAULT, _ -> echo);
        return ((Address.Inet) server.local()).port();
    }

    private static void netty(Transport transport) throws Exception {
        MultiThreadIoEventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, handlers(transport));
        Channel server = new ServerBootstrap()
                .group(loop)
                .channel(serverType(transport))
                .option(ChannelOption.SO_BACKLOG, StreamOptions.DEFAULT.backlog())
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new NettyEcho());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .sync()
                .channel();
        serve(((InetSocketAddress) server.localAddress()).getPort());
    }

    /** As in Netty's own echo example. */
    private static final class NettyEcho extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            var _ = context.write(message);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            var _ = context.close();
        }
    }

    private static IoHandlerFactory handlers(Transport transport) {
        return switch (transport) {
            case EPOLL -> EpollIoHandler.newFactory();
            case IO_URING -> IoUringIoHandler.newFactory();
            case NIO -> NioIoHandler.newFactory();
        };
    }

    private static Class<? extends ServerChannel> serverType(Transport transport) {
        return switch (transport) {
            case EPOLL -> EpollServerSocketChannel.class;
            case IO_URING -> IoUringServerSocketChannel.class;
            case NIO -> NioServerSocketChannel.class;
        };
    }
}

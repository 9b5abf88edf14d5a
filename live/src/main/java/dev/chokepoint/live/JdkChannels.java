package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** The JDK's stream channels: how they are opened, and what is set on each. */
final class JdkChannels {
    private JdkChannels() {}

    static ProtocolFamily family(Address address) {
        return switch (address.family()) {
            case IPV4 -> StandardProtocolFamily.INET;
            case IPV6 -> StandardProtocolFamily.INET6;
            case UNIX -> StandardProtocolFamily.UNIX;
        };
    }

    static SocketAddress socketAddress(Address address) {
        return switch (address) {
            case Address.Inet inet -> new InetSocketAddress(inet.ip(), inet.port());
            case Address.UnixPath unix -> UnixDomainSocketAddress.of(unix.path());
        };
    }

    /** Where it is bound, or {@code otherwise} when that has no name or it is closed. */
    static Address local(NetworkChannel channel, Address otherwise) {
        try {
            return SocketAddresses.fromSocket(channel.getLocalAddress(), otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }

    /** Where its peer is; likewise. */
    static Address remote(SocketChannel channel, Address otherwise) {
        try {
            return SocketAddresses.fromSocket(channel.getRemoteAddress(), otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }

    static ServerSocketChannel listen(Address at, StreamOptions options) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(family(at));
        try {
            if (at instanceof Address.Inet) {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.setOption(
                        StandardSocketOptions.SO_RCVBUF, options.windowBytes()); // accepted sockets inherit it
            }
            return channel.bind(socketAddress(at), options.backlog());
        } catch (IOException | RuntimeException e) {
            closeQuietly(channel);
            throw e;
        }
    }

    static void setOptions(SocketChannel channel, Address address, StreamOptions options) throws IOException {
        channel.setOption(StandardSocketOptions.SO_SNDBUF, options.windowBytes());
        if (address instanceof Address.Inet) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, options.windowBytes());
        }
    }

    /** Binds a socket that is about to connect. */
    static void bind(SocketChannel channel, Address from, Address to) throws IOException {
        if (to instanceof Address.Inet) {
            channel.bind(socketAddress(from));
        }
    }

    /** Has closing it send RST. */
    static void abandon(SocketChannel channel) {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException | UnsupportedOperationException e) {
            // The socket is dead already, or of a family that knows no reset.
        }
    }

    static void closeQuietly(Channel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is left to lose.
        }
    }
}

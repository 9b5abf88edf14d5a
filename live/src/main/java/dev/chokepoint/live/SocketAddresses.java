package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.unix.DomainSocketAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;

/** Between the seam's addresses and those of the JDK and Netty. */
final class SocketAddresses {
    /** What a client's end of a Unix-domain socket is called: it has no path. */
    static final Address UNNAMED = new Address.UnixPath("unnamed");

    private SocketAddresses() {}

    static SocketAddress toSocket(Address address, Transport transport) {
        return switch (address) {
            case Address.Inet inet -> new InetSocketAddress(inet.ip(), inet.port());
            case Address.UnixPath unix ->
                transport == Transport.NIO
                        ? UnixDomainSocketAddress.of(unix.path())
                        : new DomainSocketAddress(unix.path());
        };
    }

    /** What the kernel says, or {@code otherwise} when it has nothing to say (Unix-domain clients). */
    static Address fromSocket(SocketAddress socket, Address otherwise) {
        return socket instanceof InetSocketAddress inet && inet.getAddress() != null
                ? new Address.Inet(inet.getAddress(), inet.getPort())
                : otherwise;
    }

    static SocketProtocolFamily family(Address address) {
        return switch (address.family()) {
            case IPV4 -> SocketProtocolFamily.INET;
            case IPV6 -> SocketProtocolFamily.INET6;
            case UNIX -> SocketProtocolFamily.UNIX;
        };
    }
}

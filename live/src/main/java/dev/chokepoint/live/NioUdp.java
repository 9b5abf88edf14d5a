package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.OptionalLong;

/** A datagram socket of the JDK's. */
final class NioUdp implements UdpSocket {
    private final DatagramChannel channel;
    private final Watch watch;
    private Sighting last = new Sighting(new InetSocketAddress(0), Address.inet("0.0.0.0", 0)); // reader only
    private volatile Sighting target = last;
    private volatile boolean connected;

    /** One address as both sides call it; so that a correspondence makes no new ones. */
    private record Sighting(InetSocketAddress socket, Address.Inet address) {}

    /** How its loop watches it. */
    interface Watch {
        /** Calls back on the loop whenever there may be something to receive. */
        void begin(DatagramChannel channel, Runnable readable) throws IOException;

        /** The channel was closed. */
        void closed();
    }

    private NioUdp(DatagramChannel channel, Watch watch) {
        this.channel = channel;
        this.watch = watch;
    }

    static UdpSocket open(ProtocolFamily family, Watch watch) throws IOException {
        DatagramChannel channel = DatagramChannel.open(family);
        channel.configureBlocking(false);
        return new NioUdp(channel, watch);
    }

    @Override
    public void buffers(int sendBytes, int receiveBytes) throws IOException {
        channel.setOption(StandardSocketOptions.SO_SNDBUF, sendBytes);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBytes);
    }

    @Override
    public void bind(Address.Inet at) throws IOException {
        channel.bind(socket(at));
    }

    @Override
    public void connect(Address.Inet to) throws IOException {
        channel.connect(socket(to));
        connected = true;
    }

    private static InetSocketAddress socket(Address.Inet address) {
        return new InetSocketAddress(address.ip(), address.port());
    }

    private static Address.Inet address(InetSocketAddress socket) {
        return new Address.Inet(socket.getAddress(), socket.getPort());
    }

    @Override
    public Address.Inet local() throws IOException {
        return address((InetSocketAddress) channel.getLocalAddress());
    }

    @Override
    public void watch(Runnable readable) throws IOException {
        watch.begin(channel, readable);
    }

    @Override
    public int receive(ByteBuffer into) throws IOException {
        into.clear();
        InetSocketAddress from = (InetSocketAddress) channel.receive(into);
        if (from == null) {
            return NOTHING;
        }
        if (!from.equals(last.socket())) {
            last = new Sighting(from, address(from));
        }
        return into.position();
    }

    @Override
    public Address.Inet from() {
        return last.address();
    }

    @Override
    public boolean send(ByteBuffer datagram, Address.Inet to) throws IOException {
        if (connected) {
            return datagram.hasRemaining() ? channel.write(datagram) > 0 : sendNothing(to);
        }
        Sighting known = target;
        if (!known.address().equals(to)) {
            known = new Sighting(socket(to), to);
            target = known;
        }
        boolean empty = !datagram.hasRemaining(); // of which the kernel takes 0 bytes in any case
        return channel.send(datagram, known.socket()) > 0 || empty;
    }

    /** A connected channel of the JDK's sends no empty datagram; what arrives in this moment is lost, as datagrams may be. */
    private boolean sendNothing(Address.Inet to) throws IOException {
        channel.disconnect();
        var _ = channel.send(ByteBuffer.allocate(0), socket(to));
        channel.connect(socket(to));
        return true;
    }

    @Override
    public OptionalLong drops() {
        return OptionalLong.empty();
    }

    @Override
    public void close() {
        JdkChannels.closeQuietly(channel);
        watch.closed();
    }
}

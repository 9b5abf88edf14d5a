package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import io.netty.channel.IoRegistration;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.unix.DatagramSocketAddress;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.NotYetConnectedException;
import java.util.OptionalLong;

/** A datagram socket through Netty's system calls; how its loop tells that it is readable is the subclass's. */
abstract class NativeUdp implements UdpSocket {
    private static final int SOL_SOCKET = 1;
    private static final int SO_MEMINFO = 55;
    private static final int MEMINFO_BYTES = 36; // nine 32-bit numbers
    private static final int MEMINFO_DROPS = 32; // where the last one is

    private final Descriptor socket;
    private Address.Inet last = Address.inet("0.0.0.0", 0); // loop only
    private volatile boolean connected;
    private volatile boolean closed;
    private long dropsWhenClosed;
    private IoRegistration registration; // set by watch

    /** The one way to a socket of a chosen family. */
    private static final class Descriptor extends Socket {
        Descriptor(SocketProtocolFamily family) {
            super(newSocketDgram0(family == SocketProtocolFamily.INET6));
        }
    }

    /** May throw Netty's ChannelException when descriptors have run out or the family is missing. */
    NativeUdp(SocketProtocolFamily family) {
        socket = new Descriptor(family);
    }

    final Socket socket() {
        return socket;
    }

    final boolean isClosed() {
        return closed;
    }

    /** Puts it on the loop, and keeps calling back while there may be something to receive. */
    abstract IoRegistration register(Runnable readable);

    @Override
    public final void watch(Runnable readable) {
        registration = register(readable);
    }

    @Override
    public final void buffers(int sendBytes, int receiveBytes) throws IOException {
        socket.setSendBufferSize(sendBytes);
        socket.setReceiveBufferSize(receiveBytes);
    }

    @Override
    public final void bind(Address.Inet at) throws IOException {
        socket.bind(new InetSocketAddress(at.ip(), at.port()));
    }

    @Override
    public final void connect(Address.Inet to) throws IOException {
        socket.connect(new InetSocketAddress(to.ip(), to.port()));
        connected = true;
        last = to;
        ByteBuffer discarded = ByteBuffer.allocateDirect(1);
        while (receive(discarded) != NOTHING) {
            // a stranger's, from the moment between bind and connect
        }
    }

    @Override
    public final Address.Inet local() {
        InetSocketAddress local = socket.localAddress();
        return new Address.Inet(local.getAddress(), local.getPort());
    }

    @Override
    public final int receive(ByteBuffer into) throws IOException {
        if (connected) {
            int count = socket.recv(into, 0, into.capacity());
            return count == 0 ? NOTHING : Math.max(0, count); // it says -1 for an empty one
        }
        DatagramSocketAddress from = socket.recvFrom(into, 0, into.capacity());
        if (from == null) {
            return NOTHING;
        }
        if (from.getPort() != last.port() || !from.getAddress().equals(last.ip())) {
            last = new Address.Inet(from.getAddress(), from.getPort());
        }
        return from.receivedAmount();
    }

    @Override
    public final Address.Inet from() {
        return last;
    }

    @Override
    public final boolean send(ByteBuffer datagram, Address.Inet to) throws IOException {
        int from = datagram.position();
        int end = datagram.limit();
        int count =
                connected ? socket.send(datagram, from, end) : socket.sendTo(datagram, from, end, to.ip(), to.port());
        return count > 0 || from == end; // an empty one that finds no room looks like one that is sent
    }

    @Override
    public final synchronized OptionalLong drops() {
        return OptionalLong.of(closed ? dropsWhenClosed : dropsNow());
    }

    private long dropsNow() {
        ByteBuffer numbers = ByteBuffer.allocateDirect(MEMINFO_BYTES).order(ByteOrder.nativeOrder());
        try {
            socket.getRawOpt(SOL_SOCKET, SO_MEMINFO, numbers);
            return Integer.toUnsignedLong(numbers.getInt(MEMINFO_DROPS));
        } catch (IOException e) {
            return 0; // a kernel before 4.12
        }
    }

    @Override
    public final synchronized void close() {
        if (closed) {
            return;
        }
        dropsWhenClosed = dropsNow();
        closed = true;
        try {
            socket.shutdown(true, true); // ends io_uring's poll, which would keep it open
        } catch (IOException | NotYetConnectedException e) {
            // It has no peer, but is shut down all the same.
        }
        if (registration != null) {
            var _ = registration.cancel();
        }
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is left to lose.
        }
    }
}

package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * A datagram socket of the kernel, on a lane's loop. Not one of Netty's channels: those of 4.2.18 send no empty datagram,
 * epoll's connected one receives none either, and each datagram passes them as three objects. Sending is for any thread; the rest
 * is for the thread that opens it, and then for the loop.
 */
interface UdpSocket extends Closeable {
    /** What {@link #receive} returns when nothing has arrived. */
    int NOTHING = -1;

    /** Sets the kernel's buffers. */
    void buffers(int sendBytes, int receiveBytes) throws IOException;

    void bind(Address.Inet at) throws IOException;

    /** Talks to one peer only; what strangers sent before this is gone. */
    void connect(Address.Inet to) throws IOException;

    Address.Inet local() throws IOException;

    /** Calls back on the loop whenever there may be something to receive. */
    void watch(Runnable readable) throws IOException;

    /** Copies the next datagram into a direct buffer from its start on and returns its length, or {@link #NOTHING}. */
    int receive(ByteBuffer into) throws IOException;

    /** Who sent what was received last. */
    Address.Inet from();

    /** Sends from position to limit of a direct buffer; false when the kernel has no room. */
    boolean send(ByteBuffer datagram, Address.Inet to) throws IOException;

    /** How many datagrams the kernel has dropped because the receive buffer was full; empty where it doesn't say so cheaply. */
    OptionalLong drops();

    @Override
    void close();
}

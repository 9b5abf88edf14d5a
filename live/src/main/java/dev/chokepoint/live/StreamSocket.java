package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;

/**
 * A stream socket of the kernel's, as one {@link IoModel} reaches it. Tells its {@link SocketPort} what happens, in turns of its
 * lane. Lane only.
 */
interface StreamSocket {
    /** Joins the lane's loop, then tells what went wrong, or null. Any thread, once. */
    void join(Lane lane, Consumer<Throwable> outcome);

    /** From now on the port is told. May throw Netty's ChannelException. */
    void open(Lane lane, SocketPort port, Address address, StreamOptions options);

    /** Connects, then tells what went wrong, or null. */
    void connect(Address from, Address to, Consumer<Throwable> outcome);

    /** Where it is bound, or {@code otherwise} when that has no name. */
    Address local(Address otherwise);

    /** Where its peer is, or {@code otherwise} when that has no name. */
    Address remote(Address otherwise);

    /** Takes bytes over; {@link #flush} sends. */
    void write(ByteBuf bytes);

    /** Sends. False when the kernel has not taken everything; {@link SocketPort#drained} follows when it has. */
    boolean flush();

    /** How much was taken over that the kernel has not taken yet. */
    long handedBytes();

    /** Reads from now on, or no more. */
    void read(boolean on);

    /** Sends FIN. */
    void finish();

    /** Has {@link #close} send RST. */
    void abandon();

    /** Closes it; {@link SocketPort#closed} follows. Any thread. */
    void close();
}

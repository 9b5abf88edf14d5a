package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import java.io.IOException;
import java.util.concurrent.Future;

/**
 * What runs a lane: turns that follow one another, on whatever threads, and the sockets that begin them. There is one
 * implementation for each {@link IoModel}; everything above is the same for all. Lane only, unless it says otherwise.
 */
interface LaneLoop {
    /** Runs a task in a later turn. Any thread. */
    void execute(Runnable task);

    /** Runs a task after a while, unless the result is cancelled before. */
    Future<?> schedule(long delayNanos, Runnable task);

    /** Whether the caller is in a turn of this lane. Any thread. */
    boolean isCurrent();

    /** A new socket towards an address. Throws this, or Netty's ChannelException, when descriptors have run out. */
    StreamSocket socket(Address to) throws IOException;

    /** Listens, and tells the listener of what it accepts. Likewise. */
    ListenSocket listen(Address at, StreamOptions options, LiveListener listener) throws IOException;

    /** A new datagram socket of the address's family. Likewise. */
    UdpSocket udp(Address.Inet at) throws IOException;

    /** How many processors its threads can use at once. Any thread. */
    int coresMax();

    /** CPU time of all threads that work for this lane, so far. Any thread. */
    long cpuNanos();
}

package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoop;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** One of Netty's event loops. */
final class NettyLoop implements LaneLoop {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final IoEventLoop loop;
    private final Transport transport;
    private volatile long threadId = -1;

    NettyLoop(IoEventLoop loop, Transport transport) {
        this.loop = loop;
        this.transport = transport;
        loop.execute(() -> threadId = Thread.currentThread().threadId());
    }

    EventLoop netty() {
        return loop;
    }

    Transport transport() {
        return transport;
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    @Override
    public Future<?> schedule(long delayNanos, Runnable task) {
        return loop.schedule(task, delayNanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public boolean isCurrent() {
        return loop.inEventLoop();
    }

    @Override
    public StreamSocket socket(Address to) {
        return new NettySocket(transport.newSocket(SocketAddresses.family(to)), transport);
    }

    @Override
    public ListenSocket listen(Address at, StreamOptions options, LiveListener listener) throws IOException {
        return NettyListener.open(this, at, options, listener);
    }

    @Override
    public UdpSocket udp(Address.Inet at) throws IOException {
        return transport.newUdp(SocketAddresses.family(at), loop);
    }

    @Override
    public int coresMax() {
        return 1;
    }

    @Override
    public long cpuNanos() {
        return threadId < 0 ? 0 : Math.max(0, THREADS.getThreadCpuTime(threadId));
    }
}

package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * {@link IoModel#POOL}: one thread waits for all sockets, and a fixed number of workers take turns with those that have something
 * to read. They read side by side, and take the lane's lock to tell the program and to write.
 */
final class PoolLoop extends LockLoop implements StreamWatcher {
    /** Workers a lane: twice the processors, at least so many. */
    private static final int WORKERS_MIN = 8;

    private final ThreadPoolExecutor workers;
    private final Readiness readiness;
    private final ThreadLocal<ReadBuffer> buffers = ThreadLocal.withInitial(ReadBuffer::new);

    PoolLoop(LaneThreads threads) {
        super(threads);
        int size = Math.max(WORKERS_MIN, 2 * Runtime.getRuntime().availableProcessors());
        // What waits is bounded by the open sockets: each is handed over once, until it has been served.
        this.workers = new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        this.readiness = new Readiness(threads, workers);
        begin();
    }

    // ---- for its sockets

    @Override
    public SelectionKey register(SelectableChannel channel, Watched watched) throws IOException {
        return readiness.register(channel, watched);
    }

    @Override
    public void changed() {
        readiness.changed();
    }

    @Override
    public void turn(Runnable body) {
        locked(body, NOTHING);
    }

    @Override
    public ReadBuffer buffer() {
        return buffers.get();
    }

    // ---- for its lane

    @Override
    public StreamSocket socket(Address to) throws IOException {
        return new SelectorSocket(SocketChannel.open(JdkChannels.family(to)));
    }

    @Override
    public ListenSocket listen(Address at, StreamOptions options, LiveListener listener) throws IOException {
        return SelectorListener.open(at, options, listener, this);
    }

    @Override
    public UdpSocket udp(Address.Inet at) throws IOException {
        return NioUdp.open(JdkChannels.family(at), new SelectorUdpWatch(this));
    }

    @Override
    public int coresMax() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public long cpuNanos() {
        return threads().cpuNanos();
    }

    @Override
    public void stop() {
        super.stop();
        readiness.stop();
        workers.shutdown();
    }
}

package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Future;

/**
 * {@link IoModel#SELECTOR}: one thread that waits for all its sockets, serves those that are ready, and then does what is due.
 * The JDK's selectors round timers to the millisecond.
 */
final class SelectorLoop implements JdkLoop, StreamWatcher {
    private static final long MILLI = 1_000_000;

    private final LaneThreads threads;
    private final Agenda agenda;
    private final Selector selector;
    private final Thread thread;
    private final ReadBuffer buffer = new ReadBuffer();
    private volatile boolean stopped;

    SelectorLoop(LaneThreads threads) {
        this.threads = threads;
        this.agenda = new Agenda(threads::failed);
        this.selector = openSelector();
        this.thread = threads.main(this::run);
        thread.start();
    }

    static Selector openSelector() {
        try {
            return Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run() {
        try (selector) {
            while (!stopped) {
                select(agenda.waitNanos());
                agenda.run();
            }
            agenda.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void select(long waitNanos) throws IOException {
        long millis = waitNanos == Agenda.NOTHING ? 0 : (waitNanos + MILLI / 2) / MILLI;
        if (waitNanos < MILLI / 2) {
            selector.selectNow(this::ready);
        } else {
            selector.select(this::ready, millis); // 0 waits until something happens
        }
    }

    private void ready(SelectionKey key) {
        Watched watched = (Watched) key.attachment();
        try {
            if (watched.begin()) {
                watched.serve(key.readyOps());
            }
        } catch (CancelledKeyException e) {
            // One that was served before closed it.
        } catch (RuntimeException e) {
            threads.failed(e);
        }
    }

    // ---- for its sockets

    @Override
    public SelectionKey register(SelectableChannel channel, Watched watched) throws IOException {
        return channel.register(selector, 0, watched);
    }

    @Override
    public void changed() {
        if (!isCurrent()) {
            selector.wakeup();
        }
    }

    @Override
    public void turn(Runnable body) {
        body.run();
    }

    @Override
    public ReadBuffer buffer() {
        return buffer;
    }

    // ---- for its lane

    @Override
    public void execute(Runnable task) {
        agenda.add(task);
        changed();
    }

    @Override
    public Future<?> schedule(long delayNanos, Runnable task) {
        return agenda.schedule(delayNanos, task);
    }

    @Override
    public boolean isCurrent() {
        return Thread.currentThread().equals(thread);
    }

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
        return 1;
    }

    @Override
    public long cpuNanos() {
        return threads.cpuNanos();
    }

    @Override
    public void stop() {
        execute(() -> stopped = true);
    }

    @Override
    public void awaitStopped() {
        threads.awaitEnded();
    }
}

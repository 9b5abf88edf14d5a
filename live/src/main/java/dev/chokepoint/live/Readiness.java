package dev.chokepoint.live;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** One thread that waits for many channels, and hands those that are ready to others, once each time. Any thread. */
final class Readiness {
    private final LaneThreads threads;
    private final Executor servants;
    private final Selector selector = SelectorLoop.openSelector();
    private final Thread thread;
    private volatile boolean stopped;

    Readiness(LaneThreads threads, Executor servants) {
        this.threads = threads;
        this.servants = servants;
        this.thread = threads.newThread(this::run);
        thread.start();
    }

    private void run() {
        try (selector) {
            while (!stopped) {
                selector.select(this::ready);
            }
        } catch (IOException e) {
            threads.failed(e);
        }
    }

    private void ready(SelectionKey key) {
        try {
            int ops = key.readyOps();
            key.interestOps(0); // until it has been served
            Watched watched = (Watched) key.attachment();
            if (watched.begin()) {
                servants.execute(() -> watched.serve(ops));
            }
        } catch (CancelledKeyException | RejectedExecutionException e) {
            // It was closed meanwhile, or all is.
        }
    }

    SelectionKey register(SelectableChannel channel, Watched watched) throws IOException {
        SelectionKey key = channel.register(selector, 0, watched);
        return key;
    }

    /** A key's interest has changed, or its channel was closed. */
    void changed() {
        if (!Thread.currentThread().equals(thread)) {
            selector.wakeup();
        }
    }

    void stop() {
        stopped = true;
        selector.wakeup();
    }
}

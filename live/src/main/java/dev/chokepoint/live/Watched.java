package dev.chokepoint.live;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.util.concurrent.atomic.AtomicBoolean;

/** A channel that a selector watches. One thread at a time serves it. */
abstract class Watched {
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Watcher watcher; // set by watch
    private volatile SelectionKey key; // set by watch
    private volatile int wanted;

    /** Has it watched, for what is wanted. */
    final void watch(SelectableChannel channel, Watcher by) throws IOException {
        channel.configureBlocking(false);
        watcher = by;
        key = by.register(channel, this);
        arm();
    }

    /** Closes the channel, and has the selector let go of it: only then the kernel does. */
    final void close(SelectableChannel channel) {
        JdkChannels.closeQuietly(channel);
        Watcher by = watcher;
        if (by != null) {
            by.changed();
        }
    }

    /** It is to be served when it is ready for any of these. Any thread. */
    final void want(int ops) {
        wanted = ops;
        if (!busy.get()) {
            arm();
        }
    }

    private synchronized void arm() {
        SelectionKey own = key;
        try {
            if (own != null && own.interestOps() != wanted) {
                own.interestOps(wanted);
                watcher.changed();
            }
        } catch (CancelledKeyException e) {
            // It was closed meanwhile.
        }
    }

    /** Whether somebody may serve it now; nobody else does until {@link #serve} is through. */
    final boolean begin() {
        return !busy.getAndSet(true);
    }

    /** Deals with what it is ready for. After {@link #begin}. */
    final void serve(int ops) {
        try {
            ready(ops);
        } finally {
            busy.set(false);
            arm();
        }
    }

    /** It is ready for some of what was wanted. */
    abstract void ready(int ops);
}

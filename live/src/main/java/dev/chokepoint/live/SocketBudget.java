package dev.chokepoint.live;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many sockets a world may have open: all descriptors but a few. A JVM without any can't even load the class that says
 * so, nor write a report. Any thread.
 */
final class SocketBudget {
    private static final long RESERVE = 32;

    private final AtomicLong open = new AtomicLong();
    private volatile long openMax;

    /** Counts anew what else the process has open, and loads what it takes to notice that descriptors have run out. */
    void measure() {
        var _ = Causes.of(new IOException("Too many open files"));
        openMax = Descriptors.limit() - RESERVE - (Descriptors.open() - open.get());
    }

    boolean isSpent() {
        return open.get() >= openMax;
    }

    void opened() {
        open.incrementAndGet();
    }

    void closed() {
        open.decrementAndGet();
    }
}

package dev.chokepoint.live;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many platform threads one host may have for its connections. Linux maps each thread's stack in two or three pieces, and
 * allows a process 65,530 of them. Any thread.
 */
final class ThreadBudget {
    static final int MAX = 20_000;

    private final AtomicInteger taken = new AtomicInteger();

    /** False when there are none left. */
    boolean take() {
        if (taken.incrementAndGet() <= MAX) {
            return true;
        }
        taken.decrementAndGet();
        return false;
    }

    void giveBack() {
        taken.decrementAndGet();
    }
}

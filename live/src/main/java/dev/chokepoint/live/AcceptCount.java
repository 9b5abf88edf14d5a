package dev.chokepoint.live;

import java.util.concurrent.atomic.LongAdder;

/** What a host's listeners have accepted, and had to leave because descriptors had run out. Any thread. */
final class AcceptCount {
    private final LongAdder accepted = new LongAdder();
    private final LongAdder refused = new LongAdder();

    void accepted() {
        accepted.increment();
    }

    void refused() {
        refused.increment();
    }

    long acceptedSoFar() {
        return accepted.sum();
    }

    long refusedSoFar() {
        return refused.sum();
    }
}

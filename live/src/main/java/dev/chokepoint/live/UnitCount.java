package dev.chokepoint.live;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what a lane does. Its thread counts, at the cost of a plain increment; any thread may read a little later. */
final class UnitCount {
    private final AtomicLong accepts = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong pieces = new AtomicLong();
    private final AtomicLong burntNanos = new AtomicLong();

    private static void add(AtomicLong sum, long count) {
        sum.lazySet(sum.getPlain() + count);
    }

    void accepted() {
        add(accepts, 1);
    }

    void read(long count) {
        add(reads, 1);
        add(bytes, count);
    }

    void wrote(long count) {
        add(writes, 1);
        add(bytes, count);
    }

    /** A link let go of something. */
    void landed() {
        add(pieces, 1);
    }

    void burnt(long nanos) {
        add(burntNanos, nanos);
    }

    LaneUnits soFar(String host, int lane, long cpuNanos, long wakes, long turns) {
        return new LaneUnits(
                host,
                lane,
                cpuNanos,
                wakes,
                turns,
                accepts.get(),
                reads.get(),
                writes.get(),
                bytes.get(),
                pieces.get(),
                burntNanos.get());
    }
}

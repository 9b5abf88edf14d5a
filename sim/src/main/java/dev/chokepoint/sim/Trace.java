package dev.chokepoint.sim;

import java.util.Arrays;

/**
 * A 64-bit fingerprint of everything that happened: each event's time, host, kind and size, in order. On request it also
 * keeps the events themselves, 24 bytes each.
 */
final class Trace {
    private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

    private long hash;
    private long count;
    private boolean keeping;
    private long[] times = {};
    private long[] details = {};
    private int[] sources = {};

    /** From now on keeps every event. */
    void keep() {
        keeping = true;
    }

    void add(long timeNanos, int host, EventKind kind, long detail) {
        int source = host << 8 | kind.code();
        long mixed = (hash ^ timeNanos) * MULTIPLIER + source;
        mixed = (mixed ^ (mixed >>> 32)) * MULTIPLIER + detail;
        hash = mixed ^ (mixed >>> 29);
        if (keeping) {
            store(timeNanos, source, detail);
        }
        count++;
    }

    private void store(long timeNanos, int source, long detail) {
        int at = (int) count;
        if (at == times.length) {
            int larger = Math.max(1024, 2 * at);
            times = Arrays.copyOf(times, larger);
            details = Arrays.copyOf(details, larger);
            sources = Arrays.copyOf(sources, larger);
        }
        times[at] = timeNanos;
        details[at] = detail;
        sources[at] = source;
    }

    long hash() {
        return hash;
    }

    long count() {
        return count;
    }

    long timeNanos(int index) {
        return times[index];
    }

    int host(int index) {
        return sources[index] >>> 8;
    }

    EventKind kind(int index) {
        return EventKind.of(sources[index] & 0xff);
    }

    long detail(int index) {
        return details[index];
    }

    /** The first kept event in which the two differ, or -1 when they are the same. */
    static int firstDifference(Trace a, Trace b) {
        int common = (int) Math.min(a.count, b.count);
        for (int i = 0; i < common; i++) {
            if (a.times[i] != b.times[i] || a.sources[i] != b.sources[i] || a.details[i] != b.details[i]) {
                return i;
            }
        }
        return a.count == b.count ? -1 : common;
    }
}

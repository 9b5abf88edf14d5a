package dev.chokepoint.live;

import java.util.concurrent.atomic.AtomicLongArray;

/** How late things happened: counts in buckets that are 1/8 of a power of two wide. Any thread. */
final class Lateness {
    private static final int PER_DOUBLING = 8;

    private final AtomicLongArray counts = new AtomicLongArray(PER_DOUBLING * Long.SIZE);

    void add(long nanos) {
        counts.incrementAndGet(bucket(Math.max(0, nanos)));
    }

    private static int bucket(long nanos) {
        if (nanos < PER_DOUBLING) {
            return (int) nanos;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos) - 3;
        return shift * PER_DOUBLING + (int) (nanos >>> shift);
    }

    private static long upper(int bucket) {
        if (bucket < 2 * PER_DOUBLING) {
            return bucket;
        }
        int shift = bucket / PER_DOUBLING - 1;
        return ((long) (bucket % PER_DOUBLING + PER_DOUBLING + 1) << shift) - 1;
    }

    long count() {
        long all = 0;
        for (int i = 0; i < counts.length(); i++) {
            all += counts.get(i);
        }
        return all;
    }

    /** The lateness that a fraction of all stayed within, to 1/8; 0 when there were none. */
    long quantileNanos(double fraction) {
        long rank = (long) Math.ceil(fraction * count());
        long seen = 0;
        for (int i = 0; i < counts.length(); i++) {
            seen += counts.get(i);
            if (seen >= rank && seen > 0) {
                return upper(i);
            }
        }
        return 0;
    }
}

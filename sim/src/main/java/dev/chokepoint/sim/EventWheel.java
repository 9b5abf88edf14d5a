package dev.chokepoint.sim;

import java.util.Arrays;

/**
 * Events that are not due soon, in buckets by time, unsorted: a hierarchical timing wheel (Varghese and Lauck 1987) whose level
 * {@code n} tells the {@code n}-th group of 6 bits of an event's time. An event is in the level of the highest group in which
 * its time differs from the wheel's own, so a bucket's events are all due before those of a later bucket of the same level,
 * and all of a level before those of a higher one. Moving an event from one bucket to finer ones is a sequential read and a
 * write at one of 64 places: what caches are made for.
 */
final class EventWheel {
    private static final int GROUP_BITS = 6;
    private static final int BUCKETS = 1 << GROUP_BITS;
    private static final int LEVELS = 11;
    private static final int CHUNK_EVENTS = 64;
    private static final int NONE = -1;

    /** Events in chunks of {@value #CHUNK_EVENTS}, two numbers each; a bucket is a chain of chunks, the last one first. */
    private long[][] chunks = new long[16][];

    private int[] nextChunk = new int[16];
    private int chunkCount;
    private int freeChunk = NONE;

    private final int[] lastChunk = new int[LEVELS * BUCKETS];
    private final int[] counts = new int[LEVELS * BUCKETS];
    /** Which buckets of a level hold events. */
    private final long[] occupied = new long[LEVELS];

    private final int[] levelCounts = new int[LEVELS];
    private int size;

    /** The wheel's time: no event in it is due earlier. */
    private long nowNanos;

    /** Every event that is due at this time or later is in the wheel, every earlier one in the heap. */
    private long fromNanos = Long.MAX_VALUE;

    /** All times from {@link #nowNanos} to {@link #fromNanos} are alike in the groups from this one on. */
    private int level = LEVELS;

    EventWheel() {
        Arrays.fill(lastChunk, NONE);
    }

    int size() {
        return size;
    }

    long fromNanos() {
        return fromNanos;
    }

    /** Adds an event that is not due before {@link #fromNanos}. */
    void add(long time, long key) {
        int at = levelOf(time);
        int digit = (int) (time >>> (GROUP_BITS * at)) & (BUCKETS - 1);
        int bucket = at * BUCKETS + digit;
        occupied[at] |= 1L << digit;
        levelCounts[at]++;
        size++;
        append(bucket, time, key);
    }

    private int levelOf(long time) {
        return (63 - Long.numberOfLeadingZeros((time ^ nowNanos) | 1)) / GROUP_BITS;
    }

    private void append(int bucket, long time, long key) {
        int count = counts[bucket]++;
        int place = count & (CHUNK_EVENTS - 1);
        int chunk = place == 0 ? newChunk(bucket) : lastChunk[bucket];
        long[] values = chunks[chunk];
        values[2 * place] = time;
        values[2 * place + 1] = key;
    }

    private int newChunk(int bucket) {
        int chunk = freeChunk;
        if (chunk == NONE) {
            chunk = chunkCount++;
            if (chunk == chunks.length) {
                chunks = Arrays.copyOf(chunks, 2 * chunk);
                nextChunk = Arrays.copyOf(nextChunk, 2 * chunk);
            }
            chunks[chunk] = new long[2 * CHUNK_EVENTS];
        } else {
            freeChunk = nextChunk[chunk];
        }
        nextChunk[chunk] = lastChunk[bucket];
        lastChunk[bucket] = chunk;
        return chunk;
    }

    /**
     * Moves the earliest events into the empty {@code heap}: whole buckets, at least one event, and not more than {@code most}
     * unless more are due at one moment.
     */
    void advance(EventHeap heap, int most) {
        if (size <= most) {
            moveAll(heap);
        } else {
            moveSome(heap, most);
        }
        heap.order();
    }

    private void moveSome(EventHeap heap, int most) {
        int lowest = lowestLevel();
        while (lowest > 0 && firstCount(lowest) > most) {
            split(lowest);
            lowest = lowestLevel();
        }
        if (levelCounts[lowest] <= most) {
            takeLevels(lowest, heap, most);
        } else {
            takeBuckets(lowest, heap, most);
        }
    }

    private int lowestLevel() {
        int lowest = 0;
        while (levelCounts[lowest] == 0) {
            lowest++;
        }
        return lowest;
    }

    private int firstDigit(int at) {
        return Long.numberOfTrailingZeros(occupied[at]);
    }

    private int firstCount(int at) {
        return counts[at * BUCKETS + firstDigit(at)];
    }

    /** Spreads the first bucket of a level over finer levels. */
    private void split(int at) {
        int digit = firstDigit(at);
        nowNanos = start(at, digit);
        int count = clear(at, digit);
        int bucket = at * BUCKETS + digit;
        for (int chunk = lastChunk[bucket]; chunk != NONE; chunk = release(chunk)) {
            long[] values = chunks[chunk];
            int used = (count - 1 & CHUNK_EVENTS - 1) + 1;
            for (int i = 0; i < 2 * used; i += 2) {
                add(values[i], values[i + 1]);
            }
            count -= used;
        }
        lastChunk[bucket] = NONE;
    }

    /** Takes level {@code lowest}, and the levels above it as long as that is not too much. */
    private void takeLevels(int lowest, EventHeap heap, int most) {
        level = lowest;
        while (level < LEVELS && heap.size() + levelCounts[level] <= most) {
            while (occupied[level] != 0) {
                take(level, firstDigit(level), heap);
            }
            level++;
        }
        fromNanos = end(level);
    }

    /** Takes the first bucket of a level, and those after it as long as that is not too much. */
    private void takeBuckets(int at, EventHeap heap, int most) {
        int first = firstDigit(at);
        int last = first;
        take(at, first, heap);
        while (heap.size() + firstCount(at) <= most) {
            last = firstDigit(at);
            take(at, last, heap);
        }
        nowNanos = start(at, last);
        fromNanos = end(at);
        nowNanos = start(at, first);
        level = at + 1;
    }

    private void take(int at, int digit, EventHeap heap) {
        int count = clear(at, digit);
        int bucket = at * BUCKETS + digit;
        for (int chunk = lastChunk[bucket]; chunk != NONE; chunk = release(chunk)) {
            int used = (count - 1 & CHUNK_EVENTS - 1) + 1;
            heap.append(chunks[chunk], used);
            count -= used;
        }
        lastChunk[bucket] = NONE;
    }

    /** Counts a bucket as empty, and returns how many events it held. */
    private int clear(int at, int digit) {
        int bucket = at * BUCKETS + digit;
        int count = counts[bucket];
        counts[bucket] = 0;
        occupied[at] &= ~(1L << digit);
        levelCounts[at] -= count;
        size -= count;
        return count;
    }

    /** Frees a chunk and returns the one before it. */
    private int release(int chunk) {
        int next = nextChunk[chunk];
        nextChunk[chunk] = freeChunk;
        freeChunk = chunk;
        return next;
    }

    /** When a bucket of the wheel's present begins. */
    private long start(int at, int digit) {
        int shift = GROUP_BITS * at;
        return (nowNanos >>> shift & -BUCKETS | digit) << shift;
    }

    /** When the wheel's present bucket of a level ends. */
    private long end(int at) {
        int shift = GROUP_BITS * at;
        long end = at < LEVELS ? (nowNanos >>> shift) + 1 << shift : -1;
        return end < 0 ? Long.MAX_VALUE : end;
    }

    /** Takes over the later events of a {@code heap} that has become too large, until it has at most {@code enough}. */
    void narrow(EventHeap heap, int enough) {
        long first = heap.firstNanos();
        while (level > 0 && heap.size() > enough && first >= nowNanos) {
            level--;
            nowNanos = first >>> GROUP_BITS * level << GROUP_BITS * level;
            fromNanos = end(level);
            heap.moveFrom(fromNanos, this);
        }
    }

    /** Moves everything into the {@code heap}. */
    void moveAll(EventHeap heap) {
        for (int at = 0; at < LEVELS; at++) {
            while (occupied[at] != 0) {
                take(at, firstDigit(at), heap);
            }
        }
        level = LEVELS;
        fromNanos = Long.MAX_VALUE;
    }
}

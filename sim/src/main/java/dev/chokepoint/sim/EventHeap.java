package dev.chokepoint.sim;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Events in the order (time, key): a binary heap in one primitive array, where the entry {@code i} is its time at {@code 2i}
 * and its key at {@code 2i + 1}.
 */
final class EventHeap {
    private long[] heap = new long[2 * 64];
    private int size;

    int size() {
        return size;
    }

    /** The first event's time; there must be one. */
    long firstNanos() {
        return heap[0];
    }

    /** The first event's key; there must be one. */
    long firstKey() {
        return heap[1];
    }

    /** The key of any event, from 0 to {@link #size} and in no order. */
    long key(int i) {
        return heap[2 * i + 1];
    }

    void add(long time, long key) {
        if (2 * size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * heap.length);
        }
        siftUp(size++, time, key);
    }

    void removeFirst() {
        size--;
        if (size > 0) {
            siftDown(0, heap[2 * size], heap[2 * size + 1]);
        }
    }

    /** Hands over every event that is due at {@code fromNanos} or later. */
    void moveFrom(long fromNanos, EventWheel target) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            long time = heap[2 * i];
            long key = heap[2 * i + 1];
            if (time >= fromNanos) {
                target.add(time, key);
            } else {
                heap[2 * kept] = time;
                heap[2 * kept++ + 1] = key;
            }
        }
        size = kept;
        order();
    }

    /** Adds {@code count} entries of {@code pairs}; {@link #order} must follow. */
    void append(long[] pairs, int count) {
        if (2 * (size + count) > heap.length) {
            heap = Arrays.copyOf(heap, Math.max(2 * heap.length, 2 * (size + count)));
        }
        System.arraycopy(pairs, 0, heap, 2 * size, 2 * count);
        size += count;
    }

    /** Keeps the events whose key passes the test; {@link #order} must follow. */
    void retain(LongPredicate isKept) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (isKept.test(heap[2 * i + 1])) {
                heap[2 * kept] = heap[2 * i];
                heap[2 * kept++ + 1] = heap[2 * i + 1];
            }
        }
        size = kept;
    }

    /** Makes a heap of entries in any order. */
    void order() {
        for (int i = (size >>> 1) - 1; i >= 0; i--) {
            siftDown(i, heap[2 * i], heap[2 * i + 1]);
        }
    }

    private void siftUp(int start, long time, long key) {
        long[] h = heap;
        int i = start;
        while (i > 0) {
            int parent = (i - 1) >>> 1;
            if (isBefore(h[2 * parent], h[2 * parent + 1], time, key)) {
                break;
            }
            h[2 * i] = h[2 * parent];
            h[2 * i + 1] = h[2 * parent + 1];
            i = parent;
        }
        h[2 * i] = time;
        h[2 * i + 1] = key;
    }

    private void siftDown(int start, long time, long key) {
        long[] h = heap;
        int i = start;
        int half = size >>> 1;
        while (i < half) {
            int child = 2 * i + 1;
            int right = child + 1;
            if (right < size && isBefore(h[2 * right], h[2 * right + 1], h[2 * child], h[2 * child + 1])) {
                child = right;
            }
            if (isBefore(time, key, h[2 * child], h[2 * child + 1])) {
                break;
            }
            h[2 * i] = h[2 * child];
            h[2 * i + 1] = h[2 * child + 1];
            i = child;
        }
        h[2 * i] = time;
        h[2 * i + 1] = key;
    }

    private static boolean isBefore(long time, long key, long otherTime, long otherKey) {
        return time < otherTime || (time == otherTime && key < otherKey);
    }
}

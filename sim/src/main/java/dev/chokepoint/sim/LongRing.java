package dev.chokepoint.sim;

import java.util.Arrays;

/** A first-in-first-out queue of numbers in an array that is made when first needed. */
final class LongRing {
    private static final long[] NONE = {};

    private long[] values = NONE;
    private int head;
    private int size;

    void add(long value) {
        if (size == values.length) {
            grow();
        }
        values[(head + size++) & (values.length - 1)] = value;
    }

    /** The entry that {@link #poll} would return after {@code index} others. */
    long get(int index) {
        return values[(head + index) & (values.length - 1)];
    }

    void set(int index, long value) {
        values[(head + index) & (values.length - 1)] = value;
    }

    /** Removes and returns the oldest entry. */
    long poll() {
        long value = values[head];
        head = (head + 1) & (values.length - 1);
        size--;
        return value;
    }

    void removeLast() {
        size--;
    }

    /** Gives the array back, if the queue is empty. */
    void trim() {
        if (size == 0) {
            values = NONE;
            head = 0;
        }
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    private void grow() {
        long[] larger = Arrays.copyOfRange(values, head, head + Math.max(4, 2 * values.length));
        int tail = values.length - head;
        System.arraycopy(values, 0, larger, tail, head);
        values = larger;
        head = 0;
    }
}

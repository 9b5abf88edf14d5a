package dev.chokepoint.programs.ask;

import java.util.Arrays;

/** A bounded queue of message numbers, first in, first out; it grows to its bound as needed. */
final class MessageQueue {
    private static final int FIRST_CAPACITY = 16;

    private final int bound;
    private long[] ring;
    private int head;
    private int size;

    MessageQueue(int bound) {
        this.bound = bound;
        ring = new long[Math.min(bound, FIRST_CAPACITY)];
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Whether there was room. */
    boolean offer(long message) {
        if (size == bound) {
            return false;
        }
        if (size == ring.length) {
            grow();
        }
        ring[(int) ((head + (long) size) % ring.length)] = message;
        size++;
        return true;
    }

    private void grow() {
        long[] bigger = Arrays.copyOf(ring, (int) Math.min(bound, 2L * ring.length));
        System.arraycopy(ring, head, bigger, 0, size - head);
        System.arraycopy(ring, 0, bigger, size - head, head);
        ring = bigger;
        head = 0;
    }

    /** Takes out the first; there must be one. */
    long poll() {
        long message = ring[head];
        head = (head + 1) % ring.length;
        size--;
        return message;
    }
}

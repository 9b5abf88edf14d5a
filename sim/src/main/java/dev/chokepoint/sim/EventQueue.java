package dev.chokepoint.sim;

import java.util.Arrays;

/**
 * Pending events in the order (time, sequence): a binary heap in one primitive array, where the entry {@code i} is its time
 * at {@code 2i} and its sequence number and slot, packed, at {@code 2i + 1}. The slot says whose event it is. Cancelling
 * empties the slot and leaves the entry; when such entries are the majority they are swept out.
 */
final class EventQueue {
    private static final int SLOT_BITS = 26;
    private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;
    private static final long SEQUENCES = 1L << (63 - SLOT_BITS);

    private long[] heap = new long[2 * 64];
    private int size;
    private int cancelled;
    private long sequence;

    private Actor[] actors = new Actor[64];
    private byte[] kinds = new byte[64];
    private int[] freeSlots = new int[64];
    private int freeCount;
    private int slotsUsed;

    private Actor takenActor = null;
    private EventKind takenKind = EventKind.WAKE;

    /** Adds an event and returns its handle, for {@link #cancel}; the handle dies when the event is taken. */
    int add(long timeNanos, Actor actor, EventKind kind) {
        int slot = freeCount > 0 ? freeSlots[--freeCount] : newSlot();
        actors[slot] = actor;
        kinds[slot] = (byte) kind.code();
        if (sequence == SEQUENCES) {
            throw new IllegalStateException("a run may have " + SEQUENCES + " events: run for a shorter time");
        }
        if (2 * size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * heap.length);
        }
        siftUp(size++, timeNanos, sequence++ << SLOT_BITS | slot);
        return slot;
    }

    /** Takes back an event that has not been taken yet. */
    void cancel(int handle) {
        actors[handle] = null;
        cancelled++;
        if (cancelled > 1024 && cancelled > size / 2) {
            sweep();
        }
    }

    /** The time of the first event, or {@link Long#MAX_VALUE} when there is none. */
    long nextNanos() {
        while (size > 0) {
            if (actors[(int) heap[1] & SLOT_MASK] != null) {
                return heap[0];
            }
            cancelled--;
            removeFirst();
        }
        return Long.MAX_VALUE;
    }

    /** Removes the first event; {@link #actor} and {@link #kind} tell which it was. Only after {@link #nextNanos}. */
    void take() {
        int slot = (int) heap[1] & SLOT_MASK;
        takenActor = actors[slot];
        takenKind = EventKind.of(kinds[slot]);
        actors[slot] = null;
        removeFirst();
    }

    Actor actor() {
        return takenActor;
    }

    EventKind kind() {
        return takenKind;
    }

    /** How many events are pending. */
    int size() {
        return size - cancelled;
    }

    private int newSlot() {
        if (slotsUsed > SLOT_MASK) {
            throw new IllegalStateException("more than " + SLOT_MASK + " events are pending: use fewer clients");
        }
        if (slotsUsed == actors.length) {
            actors = Arrays.copyOf(actors, 2 * slotsUsed);
            kinds = Arrays.copyOf(kinds, 2 * slotsUsed);
            freeSlots = Arrays.copyOf(freeSlots, 2 * slotsUsed);
        }
        return slotsUsed++;
    }

    private void removeFirst() {
        freeSlots[freeCount++] = (int) heap[1] & SLOT_MASK;
        size--;
        if (size > 0) {
            siftDown(0, heap[2 * size], heap[2 * size + 1]);
        }
    }

    private void siftUp(int start, long time, long key) {
        int i = start;
        while (i > 0) {
            int parent = (i - 1) >>> 1;
            if (isBefore(heap[2 * parent], heap[2 * parent + 1], time, key)) {
                break;
            }
            heap[2 * i] = heap[2 * parent];
            heap[2 * i + 1] = heap[2 * parent + 1];
            i = parent;
        }
        heap[2 * i] = time;
        heap[2 * i + 1] = key;
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

    private void sweep() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int slot = (int) heap[2 * i + 1] & SLOT_MASK;
            if (actors[slot] == null) {
                freeSlots[freeCount++] = slot;
            } else {
                heap[2 * kept] = heap[2 * i];
                heap[2 * kept++ + 1] = heap[2 * i + 1];
            }
        }
        size = kept;
        cancelled = 0;
        for (int i = (size >>> 1) - 1; i >= 0; i--) {
            siftDown(i, heap[2 * i], heap[2 * i + 1]);
        }
    }
}

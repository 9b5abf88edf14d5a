package dev.chokepoint.sim;

import java.util.Arrays;

/**
 * Pending events in the order (time, sequence): the next ones in a small {@link EventHeap}, the others in an
 * {@link EventWheel}. An event's key is its sequence number and its slot, packed; the slot says whose it is. Cancelling empties
 * the slot and leaves the entry; when such entries are the majority they are swept out.
 */
final class EventQueue {
    private static final int SLOT_BITS = 26;
    private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;
    private static final long SEQUENCES = 1L << (63 - SLOT_BITS);

    /** The heap gives its later events to the wheel when it has more than this. */
    private static final int HEAP_MOST = 256;

    /** And then gets about so many at a time. */
    private static final int HEAP_FILL = 64;

    private final EventHeap heap = new EventHeap();
    private final EventWheel wheel = new EventWheel();
    private int cancelled;
    private long sequence;

    private Actor[] actors = new Actor[64];
    private byte[] kinds = new byte[64];
    private int[] freeSlots = new int[64];
    private int freeCount;
    private int slotsUsed;

    /** Only there so that {@link #warm} is not optimised away. */
    private int unusedWarmth;

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
        long key = sequence++ << SLOT_BITS | slot;
        if (timeNanos >= wheel.fromNanos()) {
            wheel.add(timeNanos, key);
        } else {
            heap.add(timeNanos, key);
            if (heap.size() > HEAP_MOST) {
                wheel.narrow(heap, HEAP_FILL);
            }
        }
        return slot;
    }

    /** Takes back an event that has not been taken yet. */
    void cancel(int handle) {
        actors[handle] = null;
        cancelled++;
        if (cancelled > 1024 && cancelled > size()) {
            sweep();
        }
    }

    /** The time of the first event, or {@link Long#MAX_VALUE} when there is none. */
    long nextNanos() {
        while (heap.size() > 0) {
            if (actors[(int) heap.firstKey() & SLOT_MASK] != null) {
                return heap.firstNanos();
            }
            cancelled--;
            removeFirst();
        }
        return Long.MAX_VALUE;
    }

    /** Removes the first event; {@link #actor} and {@link #kind} tell which it was. Only after {@link #nextNanos}. */
    void take() {
        int slot = (int) heap.firstKey() & SLOT_MASK;
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
        return heap.size() + wheel.size() - cancelled;
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
        freeSlots[freeCount++] = (int) heap.firstKey() & SLOT_MASK;
        heap.removeFirst();
        if (heap.size() == 0) {
            wheel.advance(heap, HEAP_FILL);
            unusedWarmth += warm();
        }
    }

    /**
     * Reads what belongs to the heap's events. With a million clients none of it is in the processor's caches: here it comes
     * for all of them at once, and not for one after the other when each is due.
     */
    private int warm() {
        int sum = 0;
        for (int i = 0; i < heap.size(); i++) {
            int slot = (int) heap.key(i) & SLOT_MASK;
            Actor actor = actors[slot];
            sum += kinds[slot] + (actor == null ? 0 : actor.host);
        }
        return sum;
    }

    private void sweep() {
        wheel.moveAll(heap);
        heap.retain(this::isKept);
        heap.order();
        cancelled = 0;
        if (heap.size() > HEAP_MOST) {
            wheel.narrow(heap, HEAP_FILL);
        }
    }

    /** Whether an event was not cancelled; frees the slot of one that was. */
    private boolean isKept(long key) {
        int slot = (int) key & SLOT_MASK;
        if (actors[slot] == null) {
            freeSlots[freeCount++] = slot;
            return false;
        }
        return true;
    }
}

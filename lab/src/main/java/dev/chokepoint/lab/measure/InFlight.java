package dev.chokepoint.lab.measure;

import java.util.Arrays;

/**
 * The messages under way: message number to a small slot number, by open addressing with linear probing and deletion by
 * shifting back (Knuth, TAOCP 6.4, algorithm R). Slots are reused. Grows; allocates nothing else.
 */
final class InFlight {
    static final int ABSENT = -1;

    private long[] keys = new long[64];
    private int[] slots = new int[64];
    private int[] free = new int[32];
    private int freeCount;
    private int nextSlot;
    private int size;

    InFlight() {
        Arrays.fill(slots, ABSENT);
    }

    int size() {
        return size;
    }

    int find(long message) {
        int mask = keys.length - 1;
        int i = home(message, mask);
        while (slots[i] != ABSENT) {
            if (keys[i] == message) {
                return slots[i];
            }
            i = (i + 1) & mask;
        }
        return ABSENT;
    }

    /** The message must be absent. */
    int add(long message) {
        if (2 * (size + 1) > keys.length) {
            grow();
        }
        int slot = freeCount > 0 ? free[--freeCount] : nextSlot++;
        put(message, slot);
        size++;
        return slot;
    }

    int remove(long message) {
        int mask = keys.length - 1;
        int i = home(message, mask);
        while (slots[i] != ABSENT && keys[i] != message) {
            i = (i + 1) & mask;
        }
        int slot = slots[i];
        if (slot != ABSENT) {
            size--;
            release(slot);
            shiftBack(i, mask);
        }
        return slot;
    }

    private void shiftBack(int hole, int mask) {
        int empty = hole;
        int i = hole;
        while (true) {
            slots[empty] = ABSENT;
            int home;
            do {
                i = (i + 1) & mask;
                if (slots[i] == ABSENT) {
                    return;
                }
                home = home(keys[i], mask);
            } while (empty <= i ? empty < home && home <= i : empty < home || home <= i);
            keys[empty] = keys[i];
            slots[empty] = slots[i];
            empty = i;
        }
    }

    private void release(int slot) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, 2 * freeCount);
        }
        free[freeCount++] = slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldSlots = slots;
        keys = new long[2 * oldKeys.length];
        slots = new int[2 * oldKeys.length];
        Arrays.fill(slots, ABSENT);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldSlots[i] != ABSENT) {
                put(oldKeys[i], oldSlots[i]);
            }
        }
    }

    private void put(long message, int slot) {
        int mask = keys.length - 1;
        int i = home(message, mask);
        while (slots[i] != ABSENT) {
            i = (i + 1) & mask;
        }
        keys[i] = message;
        slots[i] = slot;
    }

    private static int home(long message, int mask) {
        long h = message * 0x9e3779b97f4a7c15L;
        return (int) (h >>> 32) & mask;
    }
}

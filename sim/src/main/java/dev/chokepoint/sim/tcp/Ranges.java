package dev.chokepoint.sim.tcp;

import java.util.Arrays;

/** Disjoint, ascending ranges of offsets, each with flags other than 0. Neighbours with the same flags are one range. */
final class Ranges {
    private static final int FIRST = 4;

    private long[] from = new long[FIRST];
    private long[] to = new long[FIRST];
    private byte[] flags = new byte[FIRST];
    private int size;

    private long[] spareFrom = new long[FIRST];
    private long[] spareTo = new long[FIRST];
    private byte[] spareFlags = new byte[FIRST];
    private int spareSize;

    int size() {
        return size;
    }

    long from(int index) {
        return from[index];
    }

    long to(int index) {
        return to[index];
    }

    int flags(int index) {
        return flags[index];
    }

    /** The first range that ends after {@code offset}; {@link #size()} when there is none. */
    int after(long offset) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (to[middle] > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The flags at {@code offset}; 0 in no range. */
    int at(long offset) {
        int index = after(offset);
        return index < size && from[index] <= offset ? flags[index] : 0;
    }

    /** Everything in [start, end) gets the flags {@code set} and loses {@code clear}. */
    void paint(long start, long end, int set, int clear) {
        if (start >= end || extendsLast(start, end, set)) {
            return;
        }
        spareSize = 0;
        long done = start;
        for (int i = 0; i < size; i++) {
            if (to[i] <= start) {
                emit(from[i], to[i], flags[i]);
                continue;
            }
            emit(from[i], Math.min(to[i], start), flags[i]);
            long insideFrom = Math.max(from[i], start);
            long insideTo = Math.min(to[i], end);
            if (insideFrom < insideTo) {
                emit(done, insideFrom, set);
                emit(insideFrom, insideTo, flags[i] & ~clear | set);
                done = insideTo;
            } else if (from[i] >= end) {
                emit(done, end, set);
                done = end;
            }
            emit(Math.max(from[i], end), to[i], flags[i]);
        }
        emit(done, end, set);
        swap();
    }

    /** The common case: the last range grows. */
    private boolean extendsLast(long start, long end, int set) {
        int last = size - 1;
        if (last < 0 || flags[last] != set || start < from[last] || start > to[last]) {
            return false;
        }
        to[last] = Math.max(to[last], end);
        return true;
    }

    /** Forgets everything before {@code offset}. */
    void trim(long offset) {
        int gone = after(offset);
        if (gone > 0) {
            System.arraycopy(from, gone, from, 0, size - gone);
            System.arraycopy(to, gone, to, 0, size - gone);
            System.arraycopy(flags, gone, flags, 0, size - gone);
            size -= gone;
        }
        if (size > 0) {
            from[0] = Math.max(from[0], offset);
        }
    }

    /** How many offsets in [start, end) have all of {@code wanted}. */
    long count(long start, long end, int wanted) {
        long sum = 0;
        for (int i = after(start); i < size && from[i] < end; i++) {
            if ((flags[i] & wanted) == wanted) {
                sum += Math.min(to[i], end) - Math.max(from[i], start);
            }
        }
        return sum;
    }

    private void emit(long start, long end, int value) {
        if (start >= end || value == 0) {
            return;
        }
        int last = spareSize - 1;
        if (last >= 0 && spareTo[last] == start && spareFlags[last] == value) {
            spareTo[last] = end;
            return;
        }
        if (spareSize == spareFrom.length) {
            spareFrom = Arrays.copyOf(spareFrom, 2 * spareSize);
            spareTo = Arrays.copyOf(spareTo, 2 * spareSize);
            spareFlags = Arrays.copyOf(spareFlags, 2 * spareSize);
        }
        spareFrom[spareSize] = start;
        spareTo[spareSize] = end;
        spareFlags[spareSize++] = (byte) value;
    }

    private void swap() {
        long[] oldFrom = from;
        long[] oldTo = to;
        byte[] oldFlags = flags;
        from = spareFrom;
        to = spareTo;
        flags = spareFlags;
        size = spareSize;
        spareFrom = oldFrom;
        spareTo = oldTo;
        spareFlags = oldFlags;
    }
}

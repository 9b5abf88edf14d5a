package dev.chokepoint.lab.measure;

import java.util.Arrays;

/**
 * Adds up how long each message spends in each stage. A message is in one stage at a time, so its stages sum exactly to its
 * latency. Rows of whole messages are kept for the tail, thinned by halves when there are too many. Not thread-safe.
 */
final class PhaseMeter {
    /** The most stages that one run may have. */
    static final int STAGES_MAX = 64;

    private static final int ROWS_MAX = 1 << 16;

    private int[] stageOf = new int[64];
    private int[] originOf = new int[64];
    private long[] begunAt = new long[64];
    private long[] since = new long[64];
    private long[] spent = new long[64 * STAGES_MAX];
    /** Time from a message's beginning to its entering each stage, summed: the order of its way. */
    private final double[] metAfter = new double[STAGES_MAX];

    private final long[] timesMet = new long[STAGES_MAX];
    private final OriginSums[] byOrigin = new OriginSums[STAGES_MAX];
    private final long[][] rows = new long[ROWS_MAX][];
    private int rowCount;
    private int stride = 1;
    private int untilRow = 1;

    /** The sums of all measured messages that began in one stage, by stage. */
    static final class OriginSums {
        final long[] spentNanos = new long[STAGES_MAX];
        long count;
    }

    /** The message begins, and is in {@code origin} from then on. */
    void begin(int slot, int origin, long atNanos) {
        ensure(slot);
        stageOf[slot] = origin;
        originOf[slot] = origin;
        begunAt[slot] = atNanos;
        since[slot] = atNanos;
        Arrays.fill(spent, slot * STAGES_MAX, (slot + 1) * STAGES_MAX, 0);
    }

    /** A copy of the message begins, with the same past. */
    void copy(int slot, int copy) {
        ensure(copy);
        stageOf[copy] = stageOf[slot];
        originOf[copy] = originOf[slot];
        begunAt[copy] = begunAt[slot];
        since[copy] = since[slot];
        System.arraycopy(spent, slot * STAGES_MAX, spent, copy * STAGES_MAX, STAGES_MAX);
    }

    long begunAt(int slot) {
        return begunAt[slot];
    }

    void enter(int slot, int stage, long atNanos) {
        long at = Math.max(atNanos, since[slot]);
        spent[slot * STAGES_MAX + stageOf[slot]] += at - since[slot];
        since[slot] = at;
        stageOf[slot] = stage;
        timesMet[stage]++;
        metAfter[stage] += at - begunAt[slot];
    }

    /** The message is delivered; it counts if {@code measured}. What it does afterwards, its copies do. */
    void end(int slot, long atNanos, boolean measured) {
        spent[slot * STAGES_MAX + stageOf[slot]] += atNanos - since[slot];
        since[slot] = atNanos;
        if (measured) {
            addToOrigin(slot);
            keepRow(slot);
        }
    }

    private void addToOrigin(int slot) {
        int origin = originOf[slot];
        if (byOrigin[origin] == null) {
            byOrigin[origin] = new OriginSums();
        }
        OriginSums sums = byOrigin[origin];
        sums.count++;
        for (int i = 0, from = slot * STAGES_MAX; i < STAGES_MAX; i++) {
            sums.spentNanos[i] += spent[from + i];
        }
    }

    private void keepRow(int slot) {
        if (--untilRow > 0) {
            return;
        }
        untilRow = stride;
        if (rowCount == ROWS_MAX) {
            for (int i = 0; i < ROWS_MAX / 2; i++) {
                rows[i] = rows[2 * i];
            }
            rowCount = ROWS_MAX / 2;
            stride *= 2;
        }
        rows[rowCount++] = Arrays.copyOfRange(spent, slot * STAGES_MAX, (slot + 1) * STAGES_MAX);
    }

    private void ensure(int slot) {
        if (slot >= stageOf.length) {
            int length = Math.max(2 * stageOf.length, slot + 1);
            stageOf = Arrays.copyOf(stageOf, length);
            originOf = Arrays.copyOf(originOf, length);
            begunAt = Arrays.copyOf(begunAt, length);
            since = Arrays.copyOf(since, length);
            spent = Arrays.copyOf(spent, length * STAGES_MAX);
        }
    }

    PhaseSums sums() {
        double[] metAt = new double[STAGES_MAX];
        Arrays.setAll(metAt, i -> timesMet[i] == 0 ? 0 : metAfter[i] / timesMet[i]);
        return PhaseSums.of(byOrigin, Arrays.copyOf(rows, rowCount), metAt);
    }
}

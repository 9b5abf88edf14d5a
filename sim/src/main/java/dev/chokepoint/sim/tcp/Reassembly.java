package dev.chokepoint.sim.tcp;

/**
 * What has arrived behind a gap, and what to tell the sender of it: the block that grew last comes first, then those reported
 * most recently before (RFC 2018 section 4).
 */
final class Reassembly {
    private static final int HELD = 1;

    private final Ranges held = new Ranges();

    /** An offset in each of the blocks that grew last, latest first. */
    private final long[] recent = new long[Segment.MAX_SACK_BLOCKS];

    private int recentCount;

    boolean isEmpty() {
        return held.size() == 0;
    }

    /** [from, to) arrived. */
    void add(long from, long to) {
        held.paint(from, to, HELD, 0);
        int block = held.after(from);
        int kept = 0;
        for (int i = 0; i < recentCount; i++) {
            if (held.after(recent[i]) != block) {
                recent[kept++] = recent[i];
            }
        }
        kept = Math.min(kept, recent.length - 1);
        System.arraycopy(recent, 0, recent, 1, kept);
        recent[0] = from;
        recentCount = kept + 1;
    }

    /** Everything before {@code position} has arrived; returns before which offset, then, everything has. */
    long advance(long position) {
        int first = held.after(position);
        long reached = first < held.size() && held.from(first) <= position ? held.to(first) : position;
        held.trim(reached);
        return reached;
    }

    /** Writes at most {@code limit} blocks into {@code segment}. */
    void report(Segment segment, int limit) {
        for (int i = 0; i < recentCount && segment.sackCount < limit; i++) {
            int index = held.after(recent[i]);
            if (index < held.size() && held.from(index) <= recent[i] && isNew(segment, index)) {
                segment.addSack(held.from(index), held.to(index));
            }
        }
    }

    private boolean isNew(Segment segment, int index) {
        for (int i = 0; i < segment.sackCount; i++) {
            if (segment.sackFrom(i) == held.from(index)) {
                return false;
            }
        }
        return true;
    }
}

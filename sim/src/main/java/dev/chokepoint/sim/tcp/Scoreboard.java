package dev.chokepoint.sim.tcp;

/**
 * What the sender believes of each byte it sent and that is not yet acknowledged (RFC 6675 section 3): arrived (SACKed), lost,
 * sent again. What is none of these is on its way. Without SACK, duplicate acknowledgements stand for arrived segments that
 * are assumed to be the first after the one that is missing.
 */
final class Scoreboard {
    /** No such offset. */
    static final long NONE = -1;

    private static final int SACKED = 1;
    private static final int LOST = 2;
    private static final int AGAIN = 4;

    /** Segments that must have arrived above a byte for it to count as lost (RFC 6675 section 2). */
    private static final int DUP_THRESH = 3;

    private final Ranges ranges = new Ranges();
    private final int mss;
    private long sackedBytes;
    private long lostBytes;
    private long againBytes;

    /** Lost and not sent again. */
    private long waitingBytes;

    private long assumedFrom = NONE;

    Scoreboard(int mss) {
        this.mss = mss;
    }

    /** Whether nothing is known of any byte. */
    boolean isEmpty() {
        return ranges.size() == 0;
    }

    /** Bytes that arrived out of order. */
    long sackedBytes() {
        return sackedBytes;
    }

    /** How many of {@code outstanding} bytes are believed to be in the network (SetPipe, RFC 6675 section 4). */
    long pipe(long outstanding) {
        return outstanding - sackedBytes - lostBytes + againBytes;
    }

    /** The receiver has [from, to); returns how many bytes of these are news. */
    long sack(long from, long to) {
        long news = to - from - ranges.count(from, to, SACKED);
        if (news > 0) {
            mark(from, to, SACKED, LOST | AGAIN);
        }
        return news;
    }

    /** Everything before {@code una} is acknowledged; returns how much of it was known to have arrived. */
    long acknowledge(long una) {
        if (isEmpty()) {
            return 0;
        }
        long before = sackedBytes;
        ranges.trim(una);
        recount();
        return before - sackedBytes;
    }

    /** Declares lost what enough has arrived above (IsLost, RFC 6675 section 4); the first byte is at {@code una}. */
    void findLost(long una) {
        long above = 0;
        int blocks = 0;
        for (int i = ranges.size() - 1; i >= 0; i--) {
            if ((ranges.flags(i) & SACKED) == 0) {
                continue;
            }
            above += ranges.to(i) - ranges.from(i);
            blocks++;
            if (blocks >= DUP_THRESH || above > (DUP_THRESH - 1L) * mss) {
                loseAllBetween(una, ranges.from(i));
                return;
            }
        }
    }

    private void loseAllBetween(long start, long end) {
        long hole = start;
        while (hole < end) {
            int next = ranges.after(hole);
            if (next == ranges.size() || ranges.from(next) > hole) {
                long to = next == ranges.size() ? end : Math.min(end, ranges.from(next));
                mark(hole, to, LOST, 0);
                hole = to;
            } else {
                long to = ranges.to(next);
                if ((ranges.flags(next) & (SACKED | LOST)) == 0) {
                    mark(hole, Math.min(end, to), LOST, 0);
                }
                hole = to;
            }
        }
    }

    /** The segment at {@code una} is lost, however it was marked before, and was not sent again yet. */
    void loseHead(long una, long outstanding) {
        long end = headEnd(una, outstanding);
        mark(una, end, LOST, SACKED | AGAIN);
    }

    /** Whether the byte at {@code una} counts as lost. */
    boolean isLost(long una) {
        return (ranges.at(una) & LOST) != 0;
    }

    /** Whether the byte at {@code una} is taken to have arrived. */
    boolean isArrived(long una) {
        return (ranges.at(una) & SACKED) != 0;
    }

    /** Whether the byte at {@code una} was sent again. */
    boolean isSentAgain(long una) {
        return (ranges.at(una) & AGAIN) != 0;
    }

    private long headEnd(long una, long outstanding) {
        return una + Math.min(mss, outstanding);
    }

    /** All that has not arrived is lost (RFC 6675 section 5.1). */
    void loseAll(long una, long nxt) {
        mark(una, nxt, 0, AGAIN);
        loseAllBetween(una, nxt);
    }

    /** Forgets what was only assumed to have arrived. */
    void forgetArrived(long una, long nxt) {
        mark(una, nxt, 0, SACKED);
        assumedFrom = NONE;
    }

    /** The first byte that is lost and was not sent again (NextSeg rule 1, RFC 6675 section 4), or {@link #NONE}. */
    long nextLost() {
        if (waitingBytes == 0) {
            return NONE;
        }
        int i = 0;
        while ((ranges.flags(i) & (LOST | AGAIN)) != LOST) {
            i++;
        }
        return ranges.from(i);
    }

    /** Where the hole ends that begins at {@code from}, which is lost and was not sent again. */
    long endOfLost(long from) {
        return ranges.to(ranges.after(from));
    }

    /**
     * The first byte that may be lost: it has not arrived, was not sent again, and is below one that arrived (NextSeg rule 3), or
     * {@link #NONE}.
     */
    long nextDoubtful(long una) {
        long hole = una;
        for (int i = 0; i < ranges.size(); i++) {
            if (ranges.from(i) > hole) {
                return sackedBytes > 0 && hole < lastSacked() ? hole : NONE;
            }
            hole = ranges.to(i);
        }
        return NONE;
    }

    private long lastSacked() {
        int i = ranges.size() - 1;
        while ((ranges.flags(i) & SACKED) == 0) {
            i--;
        }
        return ranges.to(i);
    }

    /** Where the range ends that begins at {@code from}, of which nothing is known. */
    long endOfDoubtful(long from) {
        return ranges.from(ranges.after(from));
    }

    /** [from, to) was sent again. */
    void sentAgain(long from, long to) {
        mark(from, to, AGAIN, 0);
    }

    /** Without SACK: one more segment of those after {@code una} has arrived, whichever it is. */
    void assumeArrived(long una, long nxt) {
        long from = Math.max(assumedFrom, una + mss);
        long to = Math.min(from + mss, nxt);
        if (from < to) {
            mark(from, to, SACKED, 0);
            assumedFrom = to;
        }
    }

    private void mark(long from, long to, int set, int clear) {
        ranges.paint(from, to, set, clear);
        recount();
    }

    private void recount() {
        sackedBytes = 0;
        lostBytes = 0;
        againBytes = 0;
        waitingBytes = 0;
        for (int i = 0; i < ranges.size(); i++) {
            long length = ranges.to(i) - ranges.from(i);
            int flags = ranges.flags(i);
            sackedBytes += (flags & SACKED) != 0 ? length : 0;
            lostBytes += (flags & LOST) != 0 ? length : 0;
            againBytes += (flags & AGAIN) != 0 ? length : 0;
            waitingBytes += (flags & (LOST | AGAIN)) == LOST ? length : 0;
        }
    }
}

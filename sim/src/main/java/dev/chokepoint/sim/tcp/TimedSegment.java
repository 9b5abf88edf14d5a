package dev.chokepoint.sim.tcp;

/** Without timestamps: one segment at a time is timed, and none that was sent again (Karn; RFC 6298 sections 3 and 4). */
final class TimedSegment {
    private long offset = Scoreboard.NONE;
    private long sentNanos;

    /** A segment left for the first time. */
    void sent(long from, long nowNanos) {
        if (offset == Scoreboard.NONE) {
            offset = from;
            sentNanos = nowNanos;
        }
    }

    /** Everything before {@code una} arrived. */
    void acknowledged(long una, RttEstimator rtt, long minRtoNanos, long nowNanos) {
        if (offset != Scoreboard.NONE && una > offset) {
            rtt.sample(nowNanos - sentNanos, minRtoNanos);
            offset = Scoreboard.NONE;
        }
    }

    /** Something is sent again: nothing that is outstanding can be timed. */
    void forget() {
        offset = Scoreboard.NONE;
    }
}

package dev.chokepoint.lab.calibrate;

import dev.chokepoint.live.LaneUnits;

/**
 * What one lane did in a stretch of time, and the CPU time that it used.
 *
 * @param wakes see {@link LaneUnits}, and so for the others
 * @param turns callbacks
 * @param accepts accepted connections
 * @param reads reads
 * @param writes writes
 * @param bytes read and written
 * @param pieces of emulated links
 * @param cpuNanos without synthetic work
 */
public record Row(
        long wakes, long turns, long accepts, long reads, long writes, long bytes, long pieces, double cpuNanos) {
    /**
     * What a lane did between two moments.
     *
     * @param from what it had done at the first
     * @param to at the second
     * @return the difference
     */
    public static Row between(LaneUnits from, LaneUnits to) {
        return new Row(
                to.wakes() - from.wakes(),
                to.turns() - from.turns(),
                to.accepts() - from.accepts(),
                to.reads() - from.reads(),
                to.writes() - from.writes(),
                to.bytes() - from.bytes(),
                to.pieces() - from.pieces(),
                (double) to.cpuNanos() - from.cpuNanos() - (to.burntNanos() - from.burntNanos()));
    }

    /**
     * How much of a unit it has.
     *
     * @param unit which
     * @return 0 or more
     */
    public double count(Unit unit) {
        return switch (unit) {
            case WAKE -> wakes;
            case TURN -> turns;
            case ACCEPT -> accepts;
            case READ -> reads;
            case WRITE -> writes;
            case BYTE -> bytes;
            case PIECE -> pieces;
        };
    }
}

package dev.chokepoint.programs.chat.net;

import java.util.function.LongSupplier;

/**
 * Gives stamps that rise, and are later than all it has seen: what a server does after it has heard of something is later than
 * that, however wrong its clock is (a hybrid logical clock: Kulkarni and others, 2014).
 */
final class StampClock {
    private final LongSupplier wallMillis;
    private final String sid;
    private long lastMillis;

    StampClock(String sid, LongSupplier wallMillis) {
        this.sid = sid;
        this.wallMillis = wallMillis;
    }

    long next() {
        lastMillis = Math.max(wallMillis.getAsLong(), lastMillis + 1);
        return Stamp.of(lastMillis, sid);
    }

    void see(long stamp) {
        lastMillis = Math.max(lastMillis, Stamp.millis(stamp));
    }
}

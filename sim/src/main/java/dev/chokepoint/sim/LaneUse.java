package dev.chokepoint.sim;

/** What a lane has done in all its host's lives. */
final class LaneUse {
    private final Level waiting = new Level();
    private final Level used = new Level();
    private long served;

    Level waiting() {
        return waiting;
    }

    Level used() {
        return used;
    }

    long served() {
        return served;
    }

    void serve() {
        served++;
    }
}

package dev.chokepoint.sim;

/** Has something to send when its lane's callback ends. */
interface Flushable {
    /** What was accepted leaves the lane, now on the lane's clock. */
    void flush();
}

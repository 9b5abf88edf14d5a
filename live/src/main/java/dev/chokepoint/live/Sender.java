package dev.chokepoint.live;

/** What has something to do at the end of a loop's turn, and around synthetic work. Lane only. */
interface Sender {
    /** Lets leave what was sent so far; {@code nowNanos} is 0 when nobody observes. */
    void flush(long nowNanos);
}

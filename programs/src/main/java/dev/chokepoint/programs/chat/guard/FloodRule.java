package dev.chokepoint.programs.chat.guard;

/**
 * How fast a client may talk: the message timer of RFC 1459 section 8.10 (RFC 2813 section 5.8). Each message moves the client's timer on;
 * while the timer is further ahead of the clock than the burst allows, the client's messages wait. Nothing is lost by that: the client
 * only seems to be far away. The timer itself is one {@code long} of the client's, which the caller keeps.
 *
 * @param penaltyNanos what one message costs, in nanoseconds; 0 for no rule at all
 * @param burstNanos how far ahead the timer may be for a message to be taken
 */
public record FloodRule(long penaltyNanos, long burstNanos) {
    /** Everybody may talk as fast as they can. */
    public static final FloodRule NONE = new FloodRule(0, 0);

    /** 20 messages at once, then two a second. */
    public static final FloodRule DEFAULT = new FloodRule(500_000_000, 9_500_000_000L);

    /** Checks that neither is negative. */
    public FloodRule {
        if (penaltyNanos < 0 || burstNanos < 0) {
            throw new IllegalArgumentException(
                    "penalty " + penaltyNanos + " ns, burst " + burstNanos + " ns: neither may be negative");
        }
    }

    /**
     * How long a client's next message must wait.
     *
     * @param timerNanos the client's timer
     * @param nowNanos the clock
     * @return nanoseconds; 0 when it may be taken at once
     */
    public long waitNanos(long timerNanos, long nowNanos) {
        return penaltyNanos == 0 ? 0 : Math.max(0, timerNanos - nowNanos - burstNanos);
    }

    /**
     * The timer after a message was taken.
     *
     * @param timerNanos the client's timer
     * @param nowNanos the clock
     * @param penalties how many times the usual penalty this message costs; 0 for what is free
     * @return the new timer
     */
    public long afterMessage(long timerNanos, long nowNanos, int penalties) {
        return timerNanos - nowNanos > 0 ? timerNanos + penalties * penaltyNanos : nowNanos + penalties * penaltyNanos;
    }
}

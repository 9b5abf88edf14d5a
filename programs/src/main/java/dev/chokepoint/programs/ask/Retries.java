package dev.chokepoint.programs.ask;

/**
 * What a client does about datagrams that get lost: it sends its request again when no answer has come in time, and waits
 * twice as long each time.
 *
 * @param most how many times a request is sent again at most, 0 to {@value #MOST_MAX}
 * @param timeoutNanos how long the first sending waits for its answer, 1 to an hour's nanoseconds; the k-th retry waits
 *     2<sup>k</sup> times as long
 */
public record Retries(int most, long timeoutNanos) {
    /** More would wait for longer than anybody does. */
    public static final int MOST_MAX = 16;

    private static final long TIMEOUT_NANOS_MAX = 3_600_000_000_000L;

    /** Checks the numbers. */
    public Retries {
        if (most < 0 || most > MOST_MAX) {
            throw new IllegalArgumentException(most + " retries: must be 0 to " + MOST_MAX);
        }
        if (timeoutNanos < 1 || timeoutNanos > TIMEOUT_NANOS_MAX) {
            throw new IllegalArgumentException(
                    "a time-out of " + timeoutNanos + " ns: must be 1 to " + TIMEOUT_NANOS_MAX);
        }
    }

    /**
     * How long a sending waits for the answer.
     *
     * @param retry 0 for the first sending, up to {@link #most()}
     * @return nanoseconds
     */
    public long waitNanos(int retry) {
        return timeoutNanos << retry;
    }

    /**
     * How long after its first sending a request is given up.
     *
     * @return nanoseconds
     */
    public long patienceNanos() {
        return timeoutNanos * ((2L << most) - 1);
    }
}

package dev.chokepoint.programs.balance;

/**
 * Health checks: a connection is opened to each server and, when it opens, closed. Times are nanoseconds.
 *
 * @param everyNanos how often each lane checks each server
 * @param timeoutNanos a connection that takes longer to open has failed, a check's as well as a client's; at most
 *     {@code everyNanos}
 * @param fall after so many failures in a row, of checks or clients' connections, a server gets no more connections
 * @param rise after so many good checks in a row it gets them again
 */
public record Health(long everyNanos, long timeoutNanos, int fall, int rise) {
    /** Checks the numbers. */
    public Health {
        require(timeoutNanos >= 1, "timeoutNanos", timeoutNanos, "at least 1");
        require(everyNanos >= timeoutNanos, "everyNanos", everyNanos, "at least timeoutNanos, " + timeoutNanos);
        require(fall >= 1, "fall", fall, "at least 1");
        require(rise >= 1, "rise", rise, "at least 1");
    }

    private static void require(boolean holds, String name, long value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException("health check: " + name + " is " + value + ": must be " + allowed);
        }
    }
}

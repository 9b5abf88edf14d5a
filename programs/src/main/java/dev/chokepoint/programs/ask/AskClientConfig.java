package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;

/**
 * What an {@link AskClient} does.
 *
 * @param server whom it asks; any HTTP/1.1 server
 * @param stream the limits of its connection
 * @param authority what its {@code Host} field says, such as {@code 127.0.0.1:7000}
 * @param target the path it asks for, beginning with /
 * @param requestBytes the length of a whole request; 0 for the shortest, {@link AskClient#minimumRequestBytes}
 * @param count how many times it asks, at least 1
 * @param intervalNanos from one request to the next, or 0 to ask again as soon as the answer is there; an answer that takes
 *     longer is waited for
 * @param timeoutNanos after so long without a whole answer a request fails
 */
public record AskClientConfig(
        Address server,
        StreamOptions stream,
        String authority,
        String target,
        long requestBytes,
        int count,
        long intervalNanos,
        long timeoutNanos) {
    /** Checks the numbers and what goes into the request's head. */
    public AskClientConfig {
        requireVisible("host", authority);
        requireVisible("path", target);
        if (!target.startsWith("/")) {
            throw new IllegalArgumentException("path \"" + target + "\": must begin with /");
        }
        if (count < 1 || intervalNanos < 0 || timeoutNanos < 1) {
            throw new IllegalArgumentException("count " + count + ", interval " + intervalNanos + " ns, time-out "
                    + timeoutNanos + " ns: must be at least 1, 0 and 1");
        }
        long minimum = RequestWriter.minimumBytes(authority, target);
        requestBytes = requestBytes == 0 ? minimum : requestBytes;
        AskLoad.requireRequestBytes(requestBytes, minimum);
        SharedBody.requireRoom(stream);
    }

    /**
     * Asks for / with the shortest request, again as soon as each answer is there, for at most 10 s each.
     *
     * @param server whom
     * @param count how many times
     * @return the configuration
     */
    public static AskClientConfig of(Address server, int count) {
        String authority = server instanceof Address.Inet ? server.toString() : "localhost";
        return new AskClientConfig(server, StreamOptions.DEFAULT, authority, "/", 0, count, 0, 10_000_000_000L);
    }

    /**
     * A copy with another request length.
     *
     * @param bytes the new {@link #requestBytes()}
     * @return the copy
     */
    public AskClientConfig withRequestBytes(long bytes) {
        return new AskClientConfig(server, stream, authority, target, bytes, count, intervalNanos, timeoutNanos);
    }

    /**
     * A copy with another interval.
     *
     * @param nanos the new {@link #intervalNanos()}
     * @return the copy
     */
    public AskClientConfig withInterval(long nanos) {
        return new AskClientConfig(server, stream, authority, target, requestBytes, count, nanos, timeoutNanos);
    }

    private static void requireVisible(String name, String text) {
        if (text.isEmpty() || text.length() > 1024 || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(
                    name + " \"" + text + "\": must be 1 to 1024 visible ASCII characters; encode others as %XX");
        }
    }
}

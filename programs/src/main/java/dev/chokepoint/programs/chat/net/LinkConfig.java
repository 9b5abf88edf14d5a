package dev.chokepoint.programs.chat.net;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import java.util.List;
import java.util.Objects;

/**
 * How a server links to others.
 *
 * @param listen where other servers may connect; null when they can't
 * @param connect the servers that it keeps a link to; nearer ones tell it of the rest
 * @param password what both ends of a link must have; empty for none. Without spaces, not beginning with a colon
 * @param stream limits of a link; what waits past {@code sendLimitBytes} ends it
 * @param timeoutNanos a link over which nothing came for so long is dead, at least 1
 * @param firstRetryNanos how long after a lost link the first attempt follows, at least 1; each further one after twice the time
 * @param lastRetryNanos the longest such time, at least {@code firstRetryNanos}
 */
public record LinkConfig(
        Address listen,
        List<Address> connect,
        String password,
        StreamOptions stream,
        long timeoutNanos,
        long firstRetryNanos,
        long lastRetryNanos) {
    private static final long SECOND = 1_000_000_000L;

    /** Checks the values. */
    public LinkConfig {
        connect = List.copyOf(connect);
        Objects.requireNonNull(stream, "stream");
        if (password.indexOf(' ') >= 0 || password.startsWith(":") || password.equals("*")) {
            throw new IllegalArgumentException(
                    "link password: must be without spaces, must not begin with a colon, and not be *");
        }
        require(timeoutNanos >= 1, "timeoutNanos", timeoutNanos, "at least 1");
        require(firstRetryNanos >= 1, "firstRetryNanos", firstRetryNanos, "at least 1");
        require(lastRetryNanos >= firstRetryNanos, "lastRetryNanos", lastRetryNanos, "at least firstRetryNanos");
    }

    /**
     * The usual limits: 64 MiB may wait on a link, which is dead after 90 s of silence; tries again after 1 s, then up to every 30 s.
     *
     * @param listen as above
     * @param connect as above
     * @param password as above
     */
    public LinkConfig(Address listen, List<Address> connect, String password) {
        this(
                listen,
                connect,
                password,
                StreamOptions.DEFAULT.withSendMarks(1 << 20, 64 << 20),
                90 * SECOND,
                SECOND,
                30 * SECOND);
    }

    private static void require(boolean holds, String name, long value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + ": must be " + allowed);
        }
    }
}

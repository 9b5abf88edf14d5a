package dev.chokepoint.programs.nats;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import java.util.Objects;

/**
 * What a {@link NatsClient} does.
 *
 * @param server where the NATS server listens
 * @param name what the server's operator sees
 * @param stream limits of the connection; a message that would take the unsent bytes past {@code sendLimitBytes} is refused
 * @param echo whether it receives what it published itself
 * @param waitingBytes the most that waits to be published while there is no connection; 0 refuses at once
 * @param firstRetryNanos how long after a lost connection the first attempt follows, at least 1; each further one after twice the
 *     time, with up to a quarter added at random so that many clients don't come back together
 * @param lastRetryNanos the longest such time, at least {@code firstRetryNanos}
 * @param pingNanos how often the server must show that it lives, at least 1; a connection with two pings unanswered is given up
 * @param numbered whether what waited marks the message whose number its payload holds as
 *     {@linkplain dev.chokepoint.host.Meter#working worked on} when it leaves; see {@link dev.chokepoint.programs.talk.TalkText}
 */
public record NatsClientConfig(
        Address server,
        String name,
        StreamOptions stream,
        boolean echo,
        int waitingBytes,
        long firstRetryNanos,
        long lastRetryNanos,
        long pingNanos,
        boolean numbered) {
    private static final long MILLIS = 1_000_000;
    private static final int WAITING_BYTES = 1 << 20;

    /** Checks the numbers. */
    public NatsClientConfig {
        Objects.requireNonNull(server, "server");
        if (!name.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\')) {
            throw new IllegalArgumentException(
                    "name \"" + name + "\": must be without quotes, \\ and control characters");
        }
        require(waitingBytes >= 0, "waitingBytes", waitingBytes, "0 or more");
        require(firstRetryNanos >= 1, "firstRetryNanos", firstRetryNanos, "at least 1");
        require(lastRetryNanos >= firstRetryNanos, "lastRetryNanos", lastRetryNanos, "at least firstRetryNanos");
        require(pingNanos >= 1, "pingNanos", pingNanos, "at least 1");
    }

    /**
     * The usual client: does not hear itself, keeps 1 MiB while there is no connection, tries again after 50 ms and then up to
     * every 2 s, pings every 20 s.
     *
     * @param server as above
     * @param name as above
     * @param numbered as above
     */
    public NatsClientConfig(Address server, String name, boolean numbered) {
        this(
                server,
                name,
                StreamOptions.DEFAULT.withSendMarks(256 << 10, 8 << 20),
                false,
                WAITING_BYTES,
                50 * MILLIS,
                2_000 * MILLIS,
                20_000 * MILLIS,
                numbered);
    }

    private static void require(boolean holds, String name, long value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + ": must be " + allowed);
        }
    }
}

package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.nats.NatsClientConfig;
import java.util.Objects;

/**
 * How a server shares a backplane with others.
 *
 * @param nats the connection to it; it must not hear itself, and nothing should wait while there is none
 * @param beatNanos how often a server says that it lives, at least 1
 * @param timeoutNanos a server that said nothing for so long is lost, more than {@code beatNanos}
 */
public record BackplaneConfig(NatsClientConfig nats, long beatNanos, long timeoutNanos) {
    private static final long SECOND = 1_000_000_000L;

    /** Checks the values. */
    public BackplaneConfig {
        Objects.requireNonNull(nats, "nats");
        if (nats.echo() || nats.waitingBytes() != 0) {
            throw new IllegalArgumentException(
                    "nats echo " + nats.echo() + ", waitingBytes " + nats.waitingBytes() + ": must be false and 0");
        }
        if (beatNanos < 1 || timeoutNanos <= beatNanos) {
            throw new IllegalArgumentException("beatNanos " + beatNanos + ", timeoutNanos " + timeoutNanos
                    + ": must be at least 1, and the time-out longer than the beat");
        }
    }

    /**
     * A beat each second; who misses three is lost. 64 MiB may wait for the backplane.
     *
     * @param server where it listens
     * @param name of this server, which the backplane's operator sees
     * @param numbered see {@link NatsClientConfig#numbered()}
     * @return the configuration
     */
    public static BackplaneConfig of(dev.chokepoint.host.Address server, String name, boolean numbered) {
        NatsClientConfig usual = new NatsClientConfig(server, name, numbered);
        NatsClientConfig nats = new NatsClientConfig(
                server,
                name,
                usual.stream().withSendMarks(1 << 20, 64 << 20),
                false,
                0,
                usual.firstRetryNanos(),
                usual.lastRetryNanos(),
                usual.pingNanos(),
                numbered);
        return new BackplaneConfig(nats, SECOND, 3 * SECOND + SECOND / 2);
    }
}

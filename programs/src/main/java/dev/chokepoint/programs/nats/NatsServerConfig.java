package dev.chokepoint.programs.nats;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import java.util.Objects;

/**
 * What a {@link NatsServer} does.
 *
 * @param listen where; port 0 picks a free port
 * @param stream the limits of each connection; a client whose unsent bytes would pass {@code sendLimitBytes} is dropped as a slow
 *     consumer
 * @param payloadMost the longest payload in bytes, headers included, 1 to {@value #PAYLOAD_BYTES_MAX}; a client that publishes a
 *     longer one is dropped
 * @param connectionsMost how many clients there may be, at least 1
 * @param subscriptionsMost how many subscriptions a client may have, at least 1
 * @param pingNanos a client that says nothing for so long is sent a ping, at least 1; one that leaves two unanswered is dropped
 * @param numbered whether a message marks the message whose number its payload holds as
 *     {@linkplain dev.chokepoint.host.Meter#working worked on}; see {@link dev.chokepoint.programs.talk.TalkText}
 */
public record NatsServerConfig(
        Address listen,
        StreamOptions stream,
        int payloadMost,
        int connectionsMost,
        int subscriptionsMost,
        long pingNanos,
        boolean numbered) {
    /** The largest {@link #payloadMost()}, as with NATS's own server: 64 MiB. */
    public static final int PAYLOAD_BYTES_MAX = 64 << 20;

    private static final int PAYLOAD_BYTES = 1 << 20;
    private static final int CONNECTIONS = 65_536;
    private static final int SUBSCRIPTIONS = 100_000;
    private static final long PING_NANOS = 120_000_000_000L;

    /** Checks the numbers. */
    public NatsServerConfig {
        Objects.requireNonNull(listen, "listen");
        require(
                payloadMost >= 1 && payloadMost <= PAYLOAD_BYTES_MAX,
                "payloadMost",
                payloadMost,
                "1 to " + PAYLOAD_BYTES_MAX);
        require(connectionsMost >= 1, "connectionsMost", connectionsMost, "at least 1");
        require(subscriptionsMost >= 1, "subscriptionsMost", subscriptionsMost, "at least 1");
        require(pingNanos >= 1, "pingNanos", pingNanos, "at least 1");
        long longest = payloadMost + (long) NatsServer.LINE_MOST + NatsServer.FAREWELL_BYTES;
        require(
                stream.sendLimitBytes() >= longest,
                "stream.sendLimitBytes",
                stream.sendLimitBytes(),
                "at least " + longest + ", to hold the longest message");
    }

    /**
     * The limits of NATS's own server, except that 8 MiB and not 64 may wait for a client: payloads up to 1 MiB, 65,536 clients, a
     * ping after 2 minutes.
     *
     * @param listen as above
     * @param numbered as above
     */
    public NatsServerConfig(Address listen, boolean numbered) {
        this(
                listen,
                StreamOptions.DEFAULT.withSendMarks(1 << 20, 8 << 20),
                PAYLOAD_BYTES,
                CONNECTIONS,
                SUBSCRIPTIONS,
                PING_NANOS,
                numbered);
    }

    private static void require(boolean holds, String name, long value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + ": must be " + allowed);
        }
    }
}

package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import java.util.function.LongConsumer;

/**
 * Many clients that ask an {@link AskServer}, each over one kept-alive connection with one request under way. A message is
 * delivered when its whole response has arrived with status 200 and its own {@code Request-Id}; otherwise it fails as
 * {@code status 503} and the like, {@code wrong answer}, {@code bad response}, {@code client queue full}, or by why the
 * connection was lost ({@code refused}, {@code reset}, {@code closed}, {@code timed out}, …).
 *
 * <p>Requests of up to 4096 bytes are GETs with a padding field, longer ones POSTs with a body. A client that loses its
 * connection opens it again with back-off; while all of them have failed five times in a row, requests fail at once.
 */
public final class AskLoad implements Program {
    /** What requests say in {@code Host}: a fixed name, so that sizes don't depend on addresses. */
    static final String AUTHORITY = "ask";

    private final AskLoadConfig config;
    private final LongConsumer sendLagNanos;

    /**
     * A load.
     *
     * @param config what it does
     * @param sendLagNanos told for each request, on the lane, how long after its intended time the program came to it,
     *     whether or not a client was idle then
     */
    public AskLoad(AskLoadConfig config, LongConsumer sendLagNanos) {
        this.config = config;
        this.sendLagNanos = sendLagNanos;
    }

    /**
     * The length of a request without padding.
     *
     * @return bytes on the wire
     */
    public static long minimumRequestBytes() {
        return RequestWriter.minimumBytes(AUTHORITY, "/");
    }

    static void requireRequestBytes(long bytes, long minimum) {
        if (bytes < minimum || bytes > AskServerConfig.RESPONSE_BYTES_MAX) {
            throw new IllegalArgumentException("a request of " + bytes + " B: must be " + minimum
                    + " (the length of its head) to " + AskServerConfig.RESPONSE_BYTES_MAX);
        }
    }

    @Override
    public void start(Host host) {
        AskClients clients = new AskClients(host, config);
        clients.begin(Demand.of(host, config, clients, sendLagNanos));
    }
}

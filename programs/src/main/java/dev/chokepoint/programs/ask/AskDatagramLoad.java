package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import java.util.function.LongConsumer;

/**
 * Many clients that ask an {@link AskDatagramServer}, each with one request under way. A message is delivered, once, when the
 * first answer with its number has come, to whichever of its sendings; it fails as {@code lost} when the last retry has
 * waited in vain ({@code refused} or {@code unreachable} when that is what the client's socket was told last), and as
 * {@code client queue full}.
 *
 * <p>Each client has a socket of its own, up to {@value #SOCKETS_MAX} of them; more clients share these, told apart by the
 * number in their requests.
 */
public final class AskDatagramLoad implements Program {
    /** The most sockets of one load. */
    public static final int SOCKETS_MAX = 4096;

    private final AskDatagramLoadConfig config;
    private final LongConsumer sendLagNanos;

    /**
     * A load.
     *
     * @param config what it does
     * @param sendLagNanos told for each request, on the lane, how long after its intended time the program came to it,
     *     whether or not a client was idle then
     */
    public AskDatagramLoad(AskDatagramLoadConfig config, LongConsumer sendLagNanos) {
        this.config = config;
        this.sendLagNanos = sendLagNanos;
    }

    @Override
    public void start(Host host) {
        AskDatagramClients clients = new AskDatagramClients(host, config);
        clients.begin(Demand.of(host, config, clients, sendLagNanos));
    }
}

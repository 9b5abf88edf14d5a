package dev.chokepoint.programs.nats;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Server;
import dev.chokepoint.host.Session;
import java.util.function.Consumer;

/**
 * A NATS server that ordinary clients can use: publish and subscribe with wildcards and queue groups, headers, request and reply.
 * It has one lane, keeps nothing, and promises nothing beyond order: what a publisher sends arrives in that order at each
 * subscriber that keeps up, and one that does not is dropped and told so. Without TLS, accounts, clusters and JetStream.
 */
public final class NatsServer implements Program {
    /** The longest line of a client, as with NATS's own server. */
    static final int LINE_MOST = 4096;

    /** Kept free of each client's limit, to say why it is dropped. */
    static final int FAREWELL_BYTES = 128;

    private final NatsServerConfig config;
    private final Consumer<Address> onListening;
    private final NatsTally tally = new NatsTally();

    /**
     * A server.
     *
     * @param config what it does
     * @param onListening told the bound address, on the lane, once it listens
     */
    public NatsServer(NatsServerConfig config, Consumer<Address> onListening) {
        this.config = config;
        this.onListening = onListening;
    }

    @Override
    public void start(Host host) {
        Exchange exchange = new Exchange(host, config, tally);
        Server server = host.listen(config.listen(), config.stream(), connection -> accept(exchange, connection));
        exchange.listeningAt(server.local());
        onListening.accept(server.local());
    }

    private static Session accept(Exchange exchange, Connection connection) {
        return new ServerClient(exchange, connection);
    }

    /**
     * What it has done so far.
     *
     * @return the counts; any thread
     */
    public NatsServerCounts counts() {
        return tally.counts();
    }
}

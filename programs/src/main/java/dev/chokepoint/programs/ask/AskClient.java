package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;

/**
 * Asks an HTTP/1.1 server a few times, one request after the other over one connection, which is opened again whenever the
 * server has closed it. The time to open it is not part of a latency.
 */
public final class AskClient implements Program {
    private final AskClientConfig config;
    private final AskListener listener;

    /**
     * A client.
     *
     * @param config what it does
     * @param listener told the outcomes
     */
    public AskClient(AskClientConfig config, AskListener listener) {
        this.config = config;
        this.listener = listener;
    }

    /**
     * The length of the shortest request.
     *
     * @param authority see {@link AskClientConfig#authority()}
     * @param target see {@link AskClientConfig#target()}
     * @return bytes on the wire
     */
    public static long minimumRequestBytes(String authority, String target) {
        return RequestWriter.minimumBytes(authority, target);
    }

    @Override
    public void start(Host host) {
        new AskSeries(host, config, listener).next();
    }
}

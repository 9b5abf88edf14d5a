package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Server;
import dev.chokepoint.programs.http.RequestParser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * An HTTP/1.1 server (RFC 9112) that answers GET, HEAD and POST of any target with 200 and a text of the configured length,
 * after the configured CPU time. A request's body is read and forgotten; its {@code Request-Id} is echoed, and when it is a
 * number it marks that message at the meter. Requests may be pipelined; while a client does not read, nothing more of it is
 * read or answered. A request that breaks the rules gets a text that says why, and the connection closes.
 */
public final class AskServer implements Program {
    private final AskServerConfig config;
    private final Consumer<Address> onListening;

    /**
     * A server that tells nobody its address.
     *
     * @param config what it does
     */
    public AskServer(AskServerConfig config) {
        this(config, _ -> {});
    }

    /**
     * A server.
     *
     * @param config what it does
     * @param onListening told the bound address, on the lane, once it listens
     */
    public AskServer(AskServerConfig config, Consumer<Address> onListening) {
        this.config = config;
        this.onListening = onListening;
    }

    /**
     * The length of a response that has no body. A response with a {@code Connection} field, or to a {@code Request-Id} of
     * more than 19 characters, has a longer head and, when no body is left to shorten, is longer than this.
     *
     * @return bytes on the wire
     */
    public static long minimumResponseBytes() {
        return Answers.MINIMUM_BYTES;
    }

    @Override
    public void start(Host host) {
        Answers answers = new Answers(config, host);
        Deque<RequestParser> parsers = new ArrayDeque<>();
        Server server = host.listen(
                config.listen(),
                config.stream(),
                _ -> new AskSession(host, config.work(), config.offloaded(), answers, parsers));
        onListening.accept(server.local());
    }
}

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
 * An HTTP/1.1 server that knows which server has what: it answers {@code GET /things/17} with 307 and a {@code Location} at the
 * server that has thing 17 (RFC 9110 section 15.4.8), and a target without a number with 404. Any HTTP client that follows
 * redirects gets the thing.
 */
public final class AskDirectory implements Program {
    private final AskDirectoryConfig config;
    private final Consumer<Address> onListening;

    /**
     * A directory.
     *
     * @param config what it does
     * @param onListening told the bound address, on the lane, once it listens
     */
    public AskDirectory(AskDirectoryConfig config, Consumer<Address> onListening) {
        this.config = config;
        this.onListening = onListening;
    }

    @Override
    public void start(Host host) {
        Redirects redirects = new Redirects(config.servers(), host);
        Deque<RequestParser> parsers = new ArrayDeque<>();
        Server server = host.listen(
                config.listen(), config.stream(), _ -> new AskSession(host, config.work(), false, redirects, parsers));
        onListening.accept(server.local());
    }
}

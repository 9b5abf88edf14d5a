package dev.chokepoint.programs.echo;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Server;
import dev.chokepoint.host.StreamOptions;
import java.util.function.Consumer;

/**
 * An echo server (RFC 862, over streams): sends back whatever it receives, until the client finishes. While a client does not
 * read, the server does not read from it either.
 */
public final class EchoServer implements Program {
    private final Address listen;
    private final StreamOptions stream;
    private final Consumer<Address> onListening;

    /**
     * A server that tells nobody its address.
     *
     * @param listen where; port 0 picks a free port
     * @param stream the limits of each connection; {@code sendLimitBytes} above {@code highMarkBytes}
     */
    public EchoServer(Address listen, StreamOptions stream) {
        this(listen, stream, _ -> {});
    }

    /**
     * A server.
     *
     * @param listen where; port 0 picks a free port
     * @param stream the limits of each connection; {@code sendLimitBytes} above {@code highMarkBytes}
     * @param onListening told the bound address, on the lane, once it listens
     */
    public EchoServer(Address listen, StreamOptions stream, Consumer<Address> onListening) {
        if (stream.sendLimitBytes() == stream.highMarkBytes()) {
            throw new IllegalArgumentException("a send limit of " + stream.sendLimitBytes()
                    + " B, equal to the high mark: must be above it, so that a full connection is noticed");
        }
        this.listen = listen;
        this.stream = stream;
        this.onListening = onListening;
    }

    @Override
    public void start(Host host) {
        Server server = host.listen(listen, stream, _ -> new EchoSession(stream.sendLimitBytes()));
        onListening.accept(server.local());
    }
}

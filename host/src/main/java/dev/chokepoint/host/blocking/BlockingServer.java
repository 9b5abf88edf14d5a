package dev.chokepoint.host.blocking;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Server;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import java.util.ArrayDeque;
import java.util.Queue;

/** An open listener whose {@link #accept} waits. Tasks of its lane only. */
public final class BlockingServer implements AutoCloseable {
    private final Host host;
    private final Tasks lane;
    private final StreamOptions options;
    private final Server server;
    private final Waiting waiting;
    private final Queue<BlockingConnection> accepted = new ArrayDeque<>(); // at most options.backlog()
    private long refused;
    private boolean closed;

    /** Lane. */
    BlockingServer(Host host, Tasks lane, Address at, StreamOptions options) {
        this.host = host;
        this.lane = lane;
        this.options = options;
        this.waiting = new Waiting(lane);
        this.server = host.listen(at, options, this::onAccept);
    }

    private Session onAccept(Connection connection) {
        Stream stream = new Stream(lane, options.sendLimitBytes());
        if (accepted.size() < options.backlog()) {
            accepted.add(new BlockingConnection(lane, connection, stream));
            waiting.wake();
        } else {
            refused++;
            connection.abort();
        }
        return stream;
    }

    /**
     * Where it listens, with the port that was picked if 0 was asked for.
     *
     * @return the bound address
     */
    public Address local() {
        return Baton.current(lane).onLane(server::local);
    }

    /**
     * Waits for a connection.
     *
     * @return the next one, open
     * @throws IllegalStateException the listener is closed
     */
    public BlockingConnection accept() {
        waiting.await(() -> closed || !accepted.isEmpty());
        if (closed) {
            throw new IllegalStateException("accept on a closed listener: open a new one with listen");
        }
        BlockingConnection connection = accepted.remove();
        connection.stream().waiting().await(connection.stream()::settled);
        return connection;
    }

    /**
     * How many connections were reset because as many as the backlog allows were already waiting for {@link #accept}.
     *
     * @return a count
     */
    public long refused() {
        return refused;
    }

    /** Stops listening, and resets the connections that nobody has accepted. A task that waits to accept is told. */
    @Override
    public void close() {
        Baton.current(lane).await(() -> {
            server.close();
            closed = true;
            accepted.forEach(BlockingConnection::drop);
            accepted.clear();
            host.after(0, waiting::wake);
            return true;
        });
    }
}

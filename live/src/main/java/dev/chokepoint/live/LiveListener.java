package dev.chokepoint.live;

import dev.chokepoint.host.Acceptor;
import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import io.netty.channel.ChannelException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One listening socket, shared by the lanes that listen on its address. A host of one lane accepts on that lane, or stops
 * while one connection waits for it, so that a busy lane leaves connections in the kernel's queue; with several lanes the
 * host's acceptor loop deals them out round robin and stops while {@code backlog} of them wait for their lanes.
 */
final class LiveListener {
    /** How long to leave the queue alone when descriptors have run out; trying at once would only burn the CPU. */
    private static final long ACCEPT_PAUSE_NANOS = 100_000_000;

    private final HostLanes host;
    private final Address asked;
    private final StreamOptions options;
    private final AcceptCount count;
    private final AtomicInteger waiting = new AtomicInteger();
    private final List<LiveServer> servers = new CopyOnWriteArrayList<>();
    private final int waitingMax;
    private ListenSocket socket; // set by open
    private Address local; // set by open
    private int next; // acceptor loop only
    private volatile boolean resting;
    private volatile boolean silent;
    private final Runnable wake = this::wake;

    private LiveListener(HostLanes host, Address asked, StreamOptions options) {
        this.host = host;
        this.asked = asked;
        this.options = options;
        this.count = host.accepts();
        this.waitingMax = host.lanes() == 1 ? 1 : options.backlog();
    }

    /** Opens the socket and waits for it; throws ListenException. Lane only. */
    static LiveListener open(HostLanes host, Address at, StreamOptions options) {
        LiveListener listener = new LiveListener(host, at, options);
        StaleSocket.makeRoom(at);
        try {
            listener.socket = host.acceptor().listen(at, options, listener);
        } catch (IOException | ChannelException e) {
            throw Causes.listen(at, e);
        }
        listener.local = listener.socket.local(at);
        host.accepts().opened(options.backlog());
        return listener;
    }

    Address local() {
        return local;
    }

    boolean isAt(Address at) {
        return asked.equals(at) || local.equals(at);
    }

    boolean hasLane(Lane lane) {
        return servers.stream().anyMatch(server -> server.isOn(lane));
    }

    LiveServer join(Lane lane, Acceptor acceptor) {
        LiveServer server = new LiveServer(this, lane, acceptor);
        servers.add(server);
        acceptAgain();
        return server;
    }

    void leave(LiveServer server) {
        servers.remove(server);
        if (servers.isEmpty()) {
            host.listeners().close(this);
        }
    }

    /** Its host is dead, but the kernel is not to tell: connections wait in its queue for ever. */
    void silence() {
        silent = true;
        socket.accept(false);
    }

    void close() {
        socket.close();
        StaleSocket.remove(asked);
    }

    /** A connection, not yet on any lane. The acceptor. */
    void accepted(StreamSocket connection) {
        List<LiveServer> now = List.copyOf(servers);
        if (now.isEmpty()) {
            connection.close();
            return;
        }
        count.accepted();
        waiting.incrementAndGet();
        now.get(next++ % now.size()).take(connection, options, this::taken);
        if (waiting.get() >= waitingMax) {
            socket.accept(false);
            acceptAgain(); // when one was taken in this very moment
        }
        if (host.world().sockets().isSpent()) {
            rest();
        }
    }

    /** A lane has taken its connection. Lane. */
    private void taken() {
        if (waiting.decrementAndGet() == waitingMax - 1) {
            acceptAgain();
        }
    }

    private void acceptAgain() {
        if (waiting.get() < waitingMax && !resting && !silent) {
            socket.accept(true);
        }
    }

    /** Accepting failed. The acceptor. */
    void failed(Throwable cause) {
        if (Causes.isOutOfDescriptors(cause)) {
            rest();
        }
    }

    /** Descriptors have run out: leaves the queue alone for a while. */
    private void rest() {
        if (!resting) {
            resting = true;
            count.refused();
            socket.accept(false);
            host.acceptor().execute(this::wakeLater);
        }
    }

    private void wakeLater() {
        var _ = host.acceptor().schedule(ACCEPT_PAUSE_NANOS, wake);
    }

    private void wake() {
        if (host.world().sockets().isSpent()) {
            wakeLater();
        } else {
            resting = false;
            acceptAgain();
        }
    }
}

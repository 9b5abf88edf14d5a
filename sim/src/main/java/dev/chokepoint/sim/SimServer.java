package dev.chokepoint.sim;

import dev.chokepoint.host.Acceptor;
import dev.chokepoint.host.Address;
import dev.chokepoint.host.Server;
import java.util.ArrayDeque;
import java.util.Deque;

/** One lane's share of a listener. */
final class SimServer implements Server, Callback {
    private final Lane lane;
    private final Listener listener;
    private final Acceptor acceptor;
    private final Deque<SimConnection> waiting = new ArrayDeque<>();
    private long accepts;
    private boolean closed;

    SimServer(Lane lane, Listener listener, Acceptor acceptor) {
        this.lane = lane;
        this.listener = listener;
        this.acceptor = acceptor;
    }

    Lane lane() {
        return lane;
    }

    /** A connection waits to be accepted on this lane. */
    void offer(SimConnection connection) {
        waiting.add(connection);
        lane.post(this, EventKind.ON_ACCEPT);
    }

    /** The handshake of a connection for this lane is done. */
    void connected(SimConnection connection) {
        listener.decided();
        if (closed) {
            connection.abort();
        } else {
            listener.entered();
            offer(connection);
        }
    }

    /** The handshake of a connection for this lane failed. */
    void gaveUp() {
        listener.decided();
    }

    @Override
    public boolean take(EventKind kind) {
        while (!waiting.isEmpty() && waiting.peek().isOver()) {
            dequeue();
        }
        return !waiting.isEmpty();
    }

    private SimConnection dequeue() {
        listener.left();
        return waiting.poll();
    }

    @Override
    public long call(EventKind kind) {
        SimConnection connection = dequeue();
        listener.accepted();
        lane.charge(lane.costs().acceptNanos());
        connection.accept(acceptor, accepts);
        return accepts++;
    }

    @Override
    public Address local() {
        return listener.at();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        while (!waiting.isEmpty()) {
            dequeue().abort();
        }
        listener.remove(this);
    }
}

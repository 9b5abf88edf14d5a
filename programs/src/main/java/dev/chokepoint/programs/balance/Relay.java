package dev.chokepoint.programs.balance;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Session;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A client's connection and the server's that belongs to it. Nothing is read of the client before a server has taken the
 * connection, so that another server can be tried with nothing lost.
 */
final class Relay implements Session {
    /** Tags of accepted connections count from 0; the server's connection is told from the client's by this. */
    private static final long TO_SERVER = -1;

    private final BalancerLane lane;
    private final List<Backend> tried = new ArrayList<>(1);
    private Connection client = null;
    private Connection server = null;
    private Backend backend = null;
    private boolean serverOpen;
    private boolean over;
    private int place;

    Relay(BalancerLane lane) {
        this.lane = lane;
    }

    /** Whether the server has taken the connection. */
    boolean isOpen() {
        return serverOpen;
    }

    /** Where the server's list of connections has it. */
    int place() {
        return place;
    }

    void place(int other) {
        place = other;
    }

    @Override
    public void onOpen(Connection connection) {
        if (isServers(connection)) {
            serverOpen = true;
            client.resume();
        } else {
            client = connection;
            client.pause();
            tryNext();
        }
    }

    private void tryNext() {
        Optional<Backend> chosen = lane.choose(tried);
        if (chosen.isEmpty()) {
            lane.tally().turnedAway();
            over = true;
            client.abort();
            return;
        }
        backend = chosen.get();
        backend.add(this);
        tried.add(backend);
        server = lane.connect(backend, TO_SERVER, this);
    }

    @Override
    public void onBytes(Connection from, ByteBuffer bytes) {
        lane.host().meter().relaying();
        if (!other(from).send(bytes)) {
            from.pause();
        }
    }

    @Override
    public void onWritable(Connection to) {
        other(to).resume();
    }

    @Override
    public void onEnd(Connection from) {
        other(from).finish();
    }

    @Override
    public void onClose(Connection connection, CloseReason reason) {
        if (isServers(connection)) {
            serverClosed(reason);
        } else if (server != null) {
            passOn(server, reason);
        }
    }

    private void serverClosed(CloseReason reason) {
        backend.remove(this);
        if (serverOpen || over) {
            passOn(client, reason);
        } else if (reason instanceof CloseReason.Exhausted) {
            lane.tally().turnedAway();
            client.abort();
        } else {
            lane.refused(backend);
            tryNext();
        }
    }

    /** What ended in good order ends so on the other side, too; all else is an abort. */
    private void passOn(Connection to, CloseReason reason) {
        over = true;
        boolean inOrder = reason instanceof CloseReason.PeerClosed || reason instanceof CloseReason.LocalClosed;
        if (inOrder && serverOpen) {
            to.finish();
        } else {
            to.abort();
        }
    }

    /** Ends both sides at once. */
    void abort() {
        over = true;
        server.abort();
        client.abort();
    }

    private Connection other(Connection one) {
        return isServers(one) ? client : server;
    }

    private static boolean isServers(Connection connection) {
        return connection.tag() == TO_SERVER;
    }
}

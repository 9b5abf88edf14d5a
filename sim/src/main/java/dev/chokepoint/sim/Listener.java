package dev.chokepoint.sim;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import java.util.ArrayList;
import java.util.List;

/** An address that is listened on, by one lane or by several of the same host in turn. */
final class Listener {
    private final Network network;
    private final Machine machine;
    private final Engine engine;
    private final Address at;
    private final StreamOptions options;
    private final List<SimServer> servers = new ArrayList<>();
    private int next;
    private int queued;

    /** Connections whose handshake is not done. */
    private int opening;

    Listener(Network network, Machine machine, Engine engine, Address at, StreamOptions options) {
        this.network = network;
        this.machine = machine;
        this.engine = engine;
        this.at = at;
        this.options = options;
        machine.acceptQueue().listenerOpened(options.backlog(), engine.nowNanos());
    }

    Address at() {
        return at;
    }

    Machine machine() {
        return machine;
    }

    StreamOptions options() {
        return options;
    }

    boolean isSharedBy(Lane lane) {
        return servers.stream().anyMatch(server -> server.lane() == lane);
    }

    void add(SimServer server) {
        servers.add(server);
    }

    void remove(SimServer server) {
        servers.remove(server);
        if (servers.isEmpty()) {
            machine.acceptQueue().listenerClosed(options.backlog(), engine.nowNanos());
            network.free(this);
        }
    }

    /** Nobody listens any more: what waits to be accepted is reset, unless its host is gone. */
    void close() {
        List.copyOf(servers).forEach(SimServer::close);
    }

    /** Whether another connection may wait; counts those that may not. */
    boolean hasRoom() {
        if (queued + opening < options.backlog()) {
            return true;
        }
        machine.acceptQueue().refused();
        return false;
    }

    /** The lane whose turn it is. */
    SimServer nextServer() {
        next = next % servers.size();
        return servers.get(next++);
    }

    /** A place is kept for a connection that is being opened. */
    void requested() {
        opening++;
    }

    /** It is open, or will never be. */
    void decided() {
        opening--;
    }

    void entered() {
        queued++;
        machine.acceptQueue().entered(engine.nowNanos());
    }

    void left() {
        queued--;
        machine.acceptQueue().left(engine.nowNanos());
    }

    void accepted() {
        machine.acceptQueue().accepted();
    }
}

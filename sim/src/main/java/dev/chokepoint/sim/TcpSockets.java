package dev.chokepoint.sim;

import dev.chokepoint.host.Address.Family;
import dev.chokepoint.host.Address.Inet;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.SeededRandom;
import dev.chokepoint.sim.tcp.Segment;
import dev.chokepoint.sim.tcp.TcpSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which connection a TCP segment belongs to, and what happens to one that belongs to none. */
final class TcpSockets {
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int TCP_HEADER = 20;

    /** With the padding that goes with it (RFC 7323 appendix A). */
    private static final int TIMESTAMPS_BYTES = 12;

    /** What settings are made for, once for all alike. */
    private record Kind(StreamOptions options, int mss) {}

    private final Network network;
    private final PacketPool packets;
    private final Observer observer;
    private final TcpOptions options;
    private final Map<Kind, TcpSettings> settings = new LinkedHashMap<>();
    private final SeededRandom initials;
    private TcpCargo free = null;
    private TcpProbe probe = TcpProbe.NONE;

    TcpSockets(SimWorld world, TcpOptions options) {
        this.network = world.network();
        this.packets = world.packets();
        this.observer = world.observer();
        this.options = options;
        this.initials = new SeededRandom(world.seed(), "initial sequence numbers");
    }

    /** For an end of a new connection, if a capture is under way. */
    Optional<Transcript> transcript() {
        return packets.isTapped() ? Optional.of(new Transcript(initials.nextInt())) : Optional.empty();
    }

    TcpProbe probe() {
        return probe;
    }

    void probe(TcpProbe watcher) {
        probe = watcher;
    }

    /** An empty segment, with what carries it. */
    TcpCargo take(TcpOutbound sender, boolean isRefusal) {
        TcpCargo cargo = free;
        if (cargo == null) {
            cargo = new TcpCargo(this);
        } else {
            free = cargo.next;
        }
        cargo.prepare(sender, isRefusal);
        return cargo;
    }

    void give(TcpCargo cargo) {
        cargo.next = free;
        free = cargo;
    }

    /** Puts a filled segment into a packet and sends it, at once. */
    void send(TcpCargo cargo, Route route, End from, End to, Engine engine) {
        Packet packet = packets.take();
        packet.prepare(cargo, route, from, to, cargo.segment().headerBytes() + cargo.segment().length);
        if (route.hops().length > 0) {
            packet.forward();
        } else {
            engine.schedule(engine.nowNanos(), packet, EventKind.FORWARD);
        }
    }

    TcpSettings settings(StreamOptions stream, Route route, Inet local) {
        int headers = (local.family() == Family.IPV4 ? IPV4_HEADER : IPV6_HEADER)
                + TCP_HEADER
                + (options.timestamps() ? TIMESTAMPS_BYTES : 0);
        Kind kind = new Kind(stream, Math.max(1, route.mtuBytes() - headers));
        return settings.computeIfAbsent(kind, this::settings);
    }

    private TcpSettings settings(Kind kind) {
        return new TcpSettings(
                switch (options.congestionControl()) {
                    case NEW_RENO -> TcpSettings.Control.NEW_RENO;
                    case CUBIC -> TcpSettings.Control.CUBIC;
                },
                options.hyStartDivisor(),
                options.recovery() == TcpOptions.Recovery.PROPORTIONAL,
                options.sack(),
                options.timestamps(),
                kind.options().nagle(),
                kind.mss(),
                kind.options().windowBytes(),
                options.initialWindowSegments(),
                options.delayedAckSegments(),
                options.delayedAckNanos(),
                options.initialRtoNanos(),
                options.minRtoNanos());
    }

    /** The program wants to connect: the first SYN leaves at the lane's clock. */
    void connect(SimConnection connection, Inet from, Inet to) {
        Lane lane = connection.lane();
        End here = network.end(lane.machine(), from);
        End there = network.ownerOf(to).map(machine -> network.end(machine, to)).orElseThrow();
        TcpOutbound carrier = new TcpOutbound(connection, this, here, there, Optional.empty());
        connection.carriedBy(carrier);
        carrier.connect();
    }

    /** A segment of {@code sender} has arrived. */
    void arrived(Segment segment, TcpOutbound sender) {
        SimConnection connection = sender.connection();
        if (connection.peer() != connection) {
            ((TcpOutbound) connection.peer().carrier()).receive(segment);
        } else if (segment.has(Segment.SYN)) {
            requested(segment, sender);
        }
    }

    private void requested(Segment syn, TcpOutbound caller) {
        Optional<Listener> listener = network.listenerAt(caller.connection().remote());
        if (listener.isEmpty()) {
            refuse(syn, caller);
        } else if (listener.get().hasRoom()) {
            answer(syn, caller, listener.get());
        }
    }

    private void refuse(Segment syn, TcpOutbound caller) {
        Route back = network.routeBack(caller.connection());
        TcpCargo cargo = take(caller, true);
        cargo.segment().refuse(syn);
        send(cargo, back, caller.there(), caller.here(), caller.engine());
    }

    private void answer(Segment syn, TcpOutbound caller, Listener listener) {
        SimConnection connection = caller.connection();
        SimServer server = listener.nextServer();
        Route back = network.routeBack(connection);
        Ends ends = new Ends(listener.at(), connection.local());
        SimConnection accepted =
                new SimConnection(server.lane(), back, observer, listener.options(), ends, 0, SimConnection.NOBODY);
        listener.requested();
        TcpOutbound carrier = new TcpOutbound(accepted, this, caller.there(), caller.here(), Optional.of(server));
        accepted.carriedBy(carrier);
        connection.join(accepted);
        carrier.accept(syn);
    }

    /** Nobody is there that could answer. */
    static CloseReason noAnswer() {
        return new CloseReason.TimedOut();
    }
}

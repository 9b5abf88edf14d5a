package dev.chokepoint.sim;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Address.Inet;
import dev.chokepoint.host.DatagramError;
import dev.chokepoint.host.DatagramHandler;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.ListenException;
import dev.chokepoint.host.ListenException.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which datagram sockets are bound where, and how datagrams get from one to another. */
final class DatagramSockets {
    private final Network network;
    private final PacketPool packets;
    private final Map<Address, List<SimDatagrams>> bound = new LinkedHashMap<>();

    DatagramSockets(Network network, PacketPool packets) {
        this.network = network;
        this.packets = packets;
    }

    SimDatagrams open(
            Lane lane,
            Address at,
            Optional<Address> remote,
            DatagramOptions options,
            long tag,
            DatagramHandler handler) {
        Machine machine = lane.machine();
        Inet local = network.localInet(machine, at);
        if (remote.isPresent() && remote.get().family() != at.family()) {
            throw new ListenException(
                    at, Reason.UNSUPPORTED, remote.get() + " is of another address family; use an address of that one");
        }
        List<SimDatagrams> group = bound.getOrDefault(local, List.of());
        if (!group.isEmpty() && (remote.isPresent() || isTaken(group, lane))) {
            throw inUse(at);
        }
        Inet with = group.isEmpty() ? machine.datagramPorts().bind(local).orElseThrow(() -> inUse(at)) : local;
        SimDatagrams socket = new SimDatagrams(this, lane, network.end(machine, with), remote, options, tag, handler);
        bound.computeIfAbsent(with, _ -> new ArrayList<>(1)).add(socket);
        machine.datagramBuffer()
                .opened(options.receiveBufferBytes(), lane.engine().nowNanos());
        return socket;
    }

    /** Lanes of one host may share an address, one socket each, unless one of them is connected. */
    private static boolean isTaken(List<SimDatagrams> group, Lane lane) {
        return group.stream()
                .anyMatch(other -> other.lane() == lane
                        || other.lane().machine() != lane.machine()
                        || other.remote().isPresent());
    }

    private static ListenException inUse(Address at) {
        return new ListenException(at, Reason.IN_USE, "another datagram socket is bound there; use another port, or 0");
    }

    /** All sockets of a machine are gone. */
    void closeAllOf(Machine machine) {
        bound.values().stream()
                .flatMap(List::stream)
                .filter(socket -> socket.lane().machine().equals(machine))
                .toList()
                .forEach(SimDatagrams::close);
    }

    /** A socket is closed. */
    void closed(SimDatagrams socket, Machine machine) {
        List<SimDatagrams> group = bound.get(socket.local());
        group.remove(socket);
        machine.datagramBuffer().closed(socket.options().receiveBufferBytes(), socket.nowNanos());
        if (group.isEmpty()) {
            bound.remove(socket.local());
            machine.datagramPorts().free(socket.local());
        }
    }

    /** Where {@code to} is from here. */
    Destination destination(Machine here, Inet to) {
        Optional<Machine> there = network.ownerOf(to);
        return new Destination(
                there.map(machine -> network.end(machine, to)).orElse(new End(to, 0)),
                there.flatMap(machine -> network.route(here, machine)));
    }

    /** Sends a datagram, now on the lane's clock. */
    void send(Datagram datagram, Lane lane) {
        Optional<Route> route = datagram.destination().route();
        if (route.isEmpty()) {
            datagram.sender().left(datagram.charge());
            datagram.sender().fail(new DatagramError.Unreachable(datagram.to().at()));
            return;
        }
        Packet packet = packets.take();
        int bytes = Datagram.HEADER_BYTES + datagram.bytes().length;
        packet.prepare(datagram, route.get(), datagram.from(), datagram.to(), bytes);
        leave(packet, lane);
    }

    private static void leave(Packet packet, Lane lane) {
        if (lane.clockNanos() == lane.engine().nowNanos() && packet.route().hops().length > 0) {
            packet.forward();
        } else {
            lane.engine().schedule(lane.clockNanos(), packet, EventKind.FORWARD);
        }
    }

    /** A datagram has arrived at its host. */
    void deliver(Datagram datagram) {
        List<SimDatagrams> group = bound.getOrDefault(datagram.to().at(), List.of());
        if (group.isEmpty() || !group.getFirst().hears(datagram.from().at())) {
            answerUnreachable(datagram);
        } else {
            group.get(lane(datagram.from().at(), group.size())).receive(datagram);
        }
    }

    /** A source always has the same lane. */
    private static int lane(Inet from, int lanes) {
        int mixed = (31 * from.ip().hashCode() + from.port()) * 0x9e3779b9;
        return lanes == 1 ? 0 : Integer.remainderUnsigned(mixed >>> 7, lanes);
    }

    private void answerUnreachable(Datagram datagram) {
        Optional<Machine> here = network.ownerOf(datagram.to().at());
        Machine there = datagram.sender().lane().machine();
        here.flatMap(machine -> network.route(machine, there)).ifPresent(route -> {
            Packet packet = packets.take();
            Unreachable answer = new Unreachable(datagram);
            packet.prepare(answer, route, datagram.to(), datagram.from(), answer.bytes());
            packet.forward();
        });
    }
}

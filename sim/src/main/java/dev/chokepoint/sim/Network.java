package dev.chokepoint.sim;

import dev.chokepoint.host.Acceptor;
import dev.chokepoint.host.Address;
import dev.chokepoint.host.Address.Inet;
import dev.chokepoint.host.Address.UnixPath;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.ListenException;
import dev.chokepoint.host.ListenException.Reason;
import dev.chokepoint.host.Server;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.AccessLinks;
import dev.chokepoint.host.world.AddressBlock;
import dev.chokepoint.host.world.Crash;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.ResourceUse;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who has which address, who listens where, and which way leads there. */
final class Network {
    private final SimWorld world;
    private final Engine engine;
    private final Observer observer;
    private final Paths paths;
    private final Map<String, Machine> machines = new LinkedHashMap<>();
    /** What hosts may be on: machines' cores by the machines' names. */
    private final Map<String, Cores> shared = new LinkedHashMap<>();

    /** Of the addresses that are in no block. */
    private final Map<Address, Machine> owners = new LinkedHashMap<>();

    /** Who owns a block. */
    private final List<Machine> fleets = new ArrayList<>();

    private final Map<Address, Listener> listeners = new LinkedHashMap<>();

    Network(SimWorld world) {
        this.world = world;
        this.engine = world.engine();
        this.observer = world.observer();
        this.paths = new Paths(world);
    }

    /** Adds cores that hosts share. */
    void addMachine(String name, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("machine " + name + " has " + count + " cores: it needs at least 1");
        }
        if (shared.putIfAbsent(name, new Cores(engine, count)) != null) {
            throw new IllegalArgumentException("there are two machines called " + name + ": names must be unique");
        }
    }

    /** The cores that a host runs on: those of its machine, or its own. */
    Cores coresFor(HostSpec spec) {
        if (spec.machine().isEmpty()) {
            return new Cores(engine, spec.cores());
        }
        String name = spec.machine().get();
        Cores cores = shared.get(name);
        if (cores == null) {
            throw new IllegalArgumentException("host " + spec.name() + " is on machine " + name
                    + ", which is not there: there are " + shared.keySet() + "; add it first");
        }
        return cores;
    }

    void add(Machine machine) {
        HostSpec spec = machine.spec();
        checkUnique(spec.name());
        machines.put(spec.name(), machine);
        if (spec.addresses() instanceof AddressBlock block) {
            checkApart(block, machine);
            fleets.add(machine);
            return;
        }
        for (Address address : spec.addresses()) {
            ownerOf(address).ifPresent(owner -> refuse(owner, machine, address));
            owners.put(address, machine);
        }
    }

    /** A fleet's addresses must not be another's. */
    private void checkApart(AddressBlock block, Machine machine) {
        for (Machine other : fleets) {
            AddressBlock taken = (AddressBlock) other.spec().addresses();
            if (taken.contains(block.getFirst())) {
                refuse(other, machine, block.getFirst());
            } else if (block.contains(taken.getFirst())) {
                refuse(other, machine, taken.getFirst());
            }
        }
        owners.keySet().stream()
                .filter(block::contains)
                .findFirst()
                .ifPresent(address -> refuse(owners.get(address), machine, address));
    }

    private static void refuse(Machine owner, Machine machine, Address address) {
        throw new IllegalArgumentException("hosts " + owner.spec().name() + " and "
                + machine.spec().name() + " both have " + address + ": give each its own address");
    }

    Machine machine(String name) {
        Machine machine = machines.get(name);
        if (machine == null) {
            throw new IllegalArgumentException(
                    "no host is called " + name + ": there are " + machines.keySet() + paths.routerNames());
        }
        return machine;
    }

    void addRouter(String name, int number) {
        checkUnique(name);
        paths.addRouter(name, number);
    }

    private void checkUnique(String name) {
        if (machines.containsKey(name) || paths.isRouter(name)) {
            throw new IllegalArgumentException(
                    "there are two hosts or routers called " + name + ": names must be unique");
        }
    }

    void add(Link link) {
        paths.add(link, number(link.a()), number(link.b()));
        if (machines.containsKey(link.a()) && machines.containsKey(link.b())) {
            route(machine(link.a()), machine(link.b()));
            route(machine(link.b()), machine(link.a()));
        }
    }

    void add(AccessLinks links) {
        paths.add(links, machine(links.fleet()), number(links.to()));
    }

    private int number(String name) {
        return paths.isRouter(name) ? paths.router(name) : machine(name).index();
    }

    /** The way from one host to another; none when routers stand between them and no link. */
    Optional<Route> route(Machine from, Machine to) {
        return paths.route(from, to);
    }

    /** The way from where {@code connection} wants to go; a path that nobody listens on is on the same host. */
    Route routeBack(SimConnection connection) {
        Machine here = connection.lane().machine();
        return route(ownerOf(connection.remote()).orElse(here), here).orElse(connection.route());
    }

    Optional<Machine> ownerOf(Address address) {
        return switch (address) {
            case Inet inet ->
                fleets.stream()
                        .filter(fleet -> fleet.owns(inet))
                        .findFirst()
                        .or(() -> Optional.ofNullable(owners.get(inet.withPort(0))));
            case UnixPath path -> listenerAt(path).map(Listener::machine);
        };
    }

    Optional<Listener> listenerAt(Address address) {
        return Optional.ofNullable(listeners.get(address));
    }

    /** The addresses of the host of that name, or what it literally says; ports 0. */
    List<Address> resolve(String name) {
        Machine machine = machines.get(name);
        if (machine != null) {
            return machine.spec().addresses();
        }
        try {
            return List.of(new Inet(InetAddress.ofLiteral(name), 0));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    Server listen(Lane lane, Address at, StreamOptions options, Acceptor acceptor) {
        Machine machine = lane.machine();
        checkLocal(machine, at);
        Listener shared = listeners.get(at);
        if (shared == null) {
            shared = new Listener(this, machine, engine, bind(machine, at), options);
            listeners.put(shared.at(), shared);
        } else if (shared.machine() != machine || shared.isSharedBy(lane)) {
            throw inUse(at);
        }
        SimServer server = new SimServer(lane, shared, acceptor);
        shared.add(server);
        return server;
    }

    private static Address bind(Machine machine, Address at) {
        return at instanceof Inet inet ? machine.ports().bind(inet).orElseThrow(() -> inUse(at)) : at;
    }

    /** {@code at} as one of the machine's own internet addresses. */
    Inet localInet(Machine machine, Address at) {
        if (!(at instanceof Inet inet)) {
            throw new ListenException(at, Reason.UNSUPPORTED, "datagrams need an internet address and port");
        }
        checkLocal(machine, at);
        return inet;
    }

    private static void checkLocal(Machine machine, Address at) {
        if (at instanceof Inet inet && !machine.owns(inet)) {
            throw new ListenException(
                    at,
                    Reason.NOT_LOCAL,
                    "host " + machine.spec().name() + " has " + machine.spec().addresses() + "; use one of these");
        }
    }

    /** An address of {@code machine} as an end of packets. */
    End end(Machine machine, Inet at) {
        return new End(at, machine.slot(at));
    }

    private static ListenException inUse(Address at) {
        return new ListenException(at, Reason.IN_USE, "somebody listens there already; use another, or port 0 for any");
    }

    void free(Listener listener) {
        listeners.remove(listener.at());
        if (listener.at() instanceof Inet inet) {
            listener.machine().ports().free(inet);
        }
    }

    Connection connect(Lane lane, Address from, Address to, StreamOptions options, long tag, Session session) {
        Machine here = lane.machine();
        Optional<Machine> there = ownerOf(to);
        Optional<Address> local = takeLocal(here, from, to);
        Optional<Route> route = there.flatMap(machine -> route(here, machine));
        SimConnection connection = new SimConnection(
                lane,
                route.or(() -> route(here, here)).orElseThrow(),
                observer,
                options,
                new Ends(local.orElse(from), to),
                tag,
                session);
        connection.initiated(() -> local.ifPresent(taken -> release(here, taken, to)));
        Optional<TcpSockets> tcp = to instanceof Inet ? world.tcp() : Optional.empty();
        if (to instanceof Inet && (route.isEmpty() || from.family() != to.family())) {
            connection.carriedBy(new Outbound(connection)).fail(new CloseReason.Unreachable());
        } else if (local.isEmpty()) {
            here.connectionRefused();
            connection.carriedBy(new Outbound(connection)).fail(new CloseReason.Exhausted("local ports"));
        } else if (tcp.isPresent()) {
            tcp.get().connect(connection, (Inet) local.get(), (Inet) to);
        } else {
            new Handshake(connection.carriedBy(new Outbound(connection)), this, observer);
        }
        return connection;
    }

    private static void release(Machine here, Address local, Address to) {
        if (local instanceof Inet inet && to instanceof Inet) {
            here.ports().free(inet);
        }
    }

    /** The local address with a port; none when no port is free. */
    private static Optional<Address> takeLocal(Machine here, Address from, Address to) {
        if (!(to instanceof Inet) || !(from instanceof Inet inet)) {
            return Optional.of(from);
        }
        if (!here.owns(inet)) {
            throw new IllegalArgumentException("can't connect from " + from + ": host "
                    + here.spec().name() + " has " + here.spec().addresses());
        }
        return here.ports().bind(inet).map(Address.class::cast);
    }

    /** The machine's process is dead, or the whole machine is: what it listened with, and what its lanes had open, goes. */
    void closeAllOf(Machine machine, Crash how) {
        List<Listener> open = listeners.values().stream()
                .filter(listener -> listener.machine().equals(machine))
                .toList();
        if (how == Crash.HOST) {
            machine.crashLanes(how);
        }
        open.forEach(Listener::close);
        if (how == Crash.PROCESS) {
            machine.crashLanes(how);
        }
        world.datagrams().closeAllOf(machine);
    }

    /** Ends every program. */
    void stop() {
        machines.values().forEach(Machine::stop);
    }

    /** All links, in the order they were added. */
    List<Paths.Wire> wires() {
        return paths.wires();
    }

    /** What the hosts have done, then the machines, then the links, then the windows. */
    List<ResourceUse> resources() {
        List<ResourceUse> uses = new ArrayList<>();
        machines.values().forEach(machine -> uses.addAll(machine.resources()));
        shared.forEach((name, cores) -> uses.add(cores.use(name + " cpu")));
        for (Paths.Wire wire : paths.wires()) {
            uses.add(wire.ab().use());
            uses.add(wire.ba().use());
        }
        paths.routes().forEach(route -> uses.add(route.windows().use(engine.nowNanos())));
        return uses;
    }
}

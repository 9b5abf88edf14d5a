package dev.chokepoint.sim;

import dev.chokepoint.host.Program;
import dev.chokepoint.host.world.AccessLinks;
import dev.chokepoint.host.world.Crash;
import dev.chokepoint.host.world.Fault;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.host.world.Rule;
import dev.chokepoint.host.world.World;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A world of virtual time. The same hosts, links, programs and seed give the same events, and so the same
 * {@link #traceHash()}, on every machine. One thread only; several worlds may run at once, each on its own.
 */
public final class SimWorld implements World {
    private final long seed;
    private final Instant start;
    private final SimCosts costs;
    private final Map<String, SimCosts> ownCosts = new LinkedHashMap<>();
    private final Observer observer;
    private final CopyCount copies = new CopyCount();
    private final Engine engine = new Engine();
    private final Rules rules = new Rules(engine);
    private final PacketPool packets = new PacketPool(engine);
    private final Network network;
    private final DatagramSockets datagrams;
    private final Optional<TcpSockets> tcp;
    private int hosts;
    private boolean closed;

    /**
     * An empty world at time 0.
     *
     * @param seed decides every random number
     * @param start the time of day at virtual time 0
     * @param costs what lanes are charged besides the programs' own work
     * @param streams what carries streams
     * @param observer told what becomes of messages
     */
    public SimWorld(long seed, Instant start, SimCosts costs, Streams streams, Observer observer) {
        this.seed = seed;
        this.start = Objects.requireNonNull(start, "start");
        this.costs = Objects.requireNonNull(costs, "costs");
        this.observer = Objects.requireNonNull(observer, "observer");
        this.network = new Network(this);
        this.datagrams = new DatagramSockets(network, packets);
        this.tcp = switch (Objects.requireNonNull(streams, "streams")) {
            case Streams.Ideal _ -> Optional.empty();
            case Streams.Tcp overTcp -> Optional.of(new TcpSockets(this, overTcp.options()));
        };
    }

    @Override
    public void add(HostSpec spec) {
        network.add(new Machine(spec, hosts++, network.coresFor(spec), this));
    }

    @Override
    public void add(Link link) {
        network.add(link);
    }

    @Override
    public void addMachine(String name, int cores) {
        network.addMachine(name, cores);
    }

    /**
     * Charges a host that is yet to be added otherwise than the others: a fleet of clients too, whether or not it is on a
     * machine.
     *
     * @param host its name
     * @param own what its lanes are charged
     */
    public void charge(String host, SimCosts own) {
        ownCosts.put(host, own);
    }

    @Override
    public Fault install(Rule rule) {
        return rules.install(Objects.requireNonNull(rule, "rule"));
    }

    @Override
    public void crash(String host, Crash crash) {
        network.machine(host).crash(crash);
    }

    /**
     * Of no use here: all hosts of virtual time are in one process.
     *
     * @param host the host's name
     * @throws IllegalStateException always
     */
    @Override
    public void revived(String host) {
        throw new IllegalStateException("host " + network.machine(host).spec().name() + " runs here: start it instead");
    }

    @Override
    public void addRouter(String name) {
        network.addRouter(name, hosts++);
    }

    @Override
    public void add(AccessLinks links) {
        network.add(links);
    }

    @Override
    public void start(String host, Supplier<Program> programs) {
        network.machine(host).start(programs);
    }

    @Override
    public void run(long nanos) {
        if (closed) {
            throw new IllegalStateException("the world is closed: build a new one");
        }
        engine.run(Math.addExact(engine.nowNanos(), nanos));
    }

    @Override
    public long nanoTime() {
        return engine.nowNanos();
    }

    @Override
    public List<ResourceUse> resources() {
        return network.resources();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            network.stop();
        }
    }

    /**
     * Identifies everything that happened so far: a hash of each event's time, host and kind, in order.
     *
     * @return the hash; equal for equal runs
     */
    public long traceHash() {
        return engine.trace().hash();
    }

    /**
     * How much happened so far.
     *
     * @return the number of events and callbacks
     */
    public long events() {
        return engine.trace().count();
    }

    /**
     * From now on writes down the packets of every link there is; links added later do not appear. Begins before the first run,
     * for a connection can't be understood from its middle. Ideal streams have no packets.
     *
     * @param out where the capture goes, in pcapng; closed with the capture, which must be closed after the last run
     * @param limitBytes the capture ends when it is as big as this
     * @param comment what it is a capture of, shown by Wireshark
     * @return the capture under way
     * @throws IllegalStateException the world has run, or is captured already
     */
    public Capture capture(OutputStream out, long limitBytes, String comment) {
        if (events() > 0 || packets.isTapped()) {
            throw new IllegalStateException("a capture must be the world's first, and begin before the world runs");
        }
        return new Capture(this, out, limitBytes, comment);
    }

    long seed() {
        return seed;
    }

    Instant start() {
        return start;
    }

    /** What the lanes of a host are charged. */
    SimCosts costs(HostSpec spec) {
        boolean fleet = spec.cores() == HostSpec.UNLIMITED && spec.machine().isEmpty();
        return ownCosts.getOrDefault(spec.name(), fleet ? costs.workOnly() : costs);
    }

    /**
     * Watches TCP connections that are opened from now on; where streams are ideal, there is nothing to see.
     *
     * @param probe told of those it chooses
     */
    public void watch(TcpProbe probe) {
        tcp.ifPresent(sockets -> sockets.probe(Objects.requireNonNull(probe, "probe")));
    }

    /** Where TCP carries streams: its connections. */
    Optional<TcpSockets> tcp() {
        return tcp;
    }

    CopyCount copies() {
        return copies;
    }

    Observer observer() {
        return observer;
    }

    Engine engine() {
        return engine;
    }

    Rules rules() {
        return rules;
    }

    PacketPool packets() {
        return packets;
    }

    Network network() {
        return network;
    }

    DatagramSockets datagrams() {
        return datagrams;
    }
}

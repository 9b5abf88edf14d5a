package dev.chokepoint.live;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Programs on real sockets of this machine, in one {@link IoModel}. Hosts that are added but never started here live in other
 * processes; links to them are emulated all the same, each direction in its sender's process.
 *
 * <p>Links delay and limit what a program sends before it reaches the kernel; hosts without a link use the socket directly.
 * {@link #nanoTime()} is {@link System#nanoTime()}, which on Linux is CLOCK_MONOTONIC: processes of one machine share it.
 */
public final class LiveWorld implements World {
    /** More threads than this are a mistake: a fleet of clients is one lane with many connections. */
    static final int LANES_MAX = 256;

    private final Surroundings world;
    private final List<HostLanes> started = new ArrayList<>();
    private boolean closed;

    /**
     * An empty world of event loops.
     *
     * @param seed of the programs' random numbers and of the links' jitter
     * @param transport must be {@linkplain Transport#isAvailable() available}
     * @param observer told what becomes of messages at the hosts started here, from every lane's thread
     */
    public LiveWorld(long seed, Transport transport, Observer observer) {
        this(seed, transport, IoModel.EVENT_LOOP, observer);
    }

    /**
     * An empty world.
     *
     * @param seed of the programs' random numbers and of the links' jitter
     * @param transport of event loops, {@linkplain Transport#isAvailable() available}; the other I/O models use the JDK's channels
     * @param io how the hosts started here wait for their sockets
     * @param observer told what becomes of messages at the hosts started here, from every lane's thread
     */
    public LiveWorld(long seed, Transport transport, IoModel io, Observer observer) {
        if (!transport.isAvailable()) {
            throw new IllegalArgumentException(
                    "transport " + transport + " is not available on this machine: use " + Transport.best());
        }
        this.world = new Surroundings(seed, transport, io, observer);
    }

    @Override
    public void add(HostSpec spec) {
        world.topology().add(spec);
    }

    @Override
    public void add(Link link) {
        world.topology().add(link);
    }

    @Override
    public void addMachine(String name, int cores) {
        // This computer has the cores it has.
    }

    /**
     * Puts a rule in force for all that leaves the hosts started here; a rule that is to hold both ways is installed in the
     * processes of both.
     *
     * @param rule asked after those that were installed before, from the sending lanes' threads
     * @return takes the rule away; any thread
     */
    @Override
    public Fault install(Rule rule) {
        return world.rules().install(Objects.requireNonNull(rule, "rule"));
    }

    @Override
    public synchronized void crash(String host, Crash crash) {
        world.topology().host(host);
        world.dead().add(host, crash);
        alive(host).ifPresent(lanes -> lanes.crash(crash));
    }

    @Override
    public void revived(String host) {
        world.topology().host(host);
        world.dead().remove(host);
    }

    private Optional<HostLanes> alive(String name) {
        return started.stream()
                .filter(host -> host.name().equals(name) && !host.isDead())
                .findFirst();
    }

    @Override
    public void addRouter(String name) {
        throw new IllegalArgumentException(
                "router " + name + ": over real sockets a link joins two hosts; simulate this topology instead");
    }

    @Override
    public void add(AccessLinks links) {
        throw new IllegalArgumentException("access links " + links.name()
                + ": over real sockets the addresses of a host share its link; simulate this topology instead");
    }

    @Override
    public void start(String host, Supplier<Program> programs) {
        boot(host).start(programs);
    }

    private synchronized HostLanes boot(String name) {
        if (closed) {
            throw new IllegalStateException("the world is closed: host " + name + " can't start");
        }
        HostSpec spec = world.topology().host(name);
        int lanes = spec.lanes();
        if (alive(name).isPresent()) {
            throw new IllegalStateException("host " + name + " is already started");
        }
        for (HostLanes host : started) {
            lanes += host.lanes();
        }
        if (lanes > LANES_MAX) {
            throw new IllegalArgumentException("host " + name + " would bring this process to " + lanes
                    + " lanes: at most " + LANES_MAX + "; use fewer, a lane carries thousands of connections");
        }
        started.stream().filter(host -> host.name().equals(name)).forEach(HostLanes::reboot);
        revived(name);
        HostLanes host = new HostLanes(spec, world);
        started.add(host);
        world.sockets().measure();
        return host;
    }

    @Override
    public void run(long nanos) {
        try {
            throw world.failure().get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return; // the usual end: nothing failed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e); // never completed that way
        }
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public synchronized List<ResourceUse> resources() {
        List<ResourceUse> all = new ArrayList<>();
        for (HostLanes host : started) {
            host.addResources(all);
        }
        return Lives.together(all);
    }

    /**
     * How much later than computed the emulated links of this process let go of what they carried: what their latencies are
     * good for on this machine.
     *
     * @param fraction such as 0.99
     * @return the lateness in nanoseconds that this fraction of all pieces stayed within, rounded up by at most 1/8; 0 when
     *     no link has carried anything
     */
    public long linkLatenessNanos(double fraction) {
        return world.lateness().quantileNanos(fraction);
    }

    /**
     * How much {@linkplain dev.chokepoint.host.Work.Calibrated calibrated} work the programs of this process have done; with
     * their lanes' CPU time this gives its cost.
     *
     * @return units by the work's name, sorted
     */
    public Map<String, Long> calibratedUnits() {
        return world.work().soFar();
    }

    /**
     * What each lane of the hosts started here has done so far.
     *
     * @return one entry a lane, in the order in which the hosts were started
     */
    public synchronized List<LaneUnits> units() {
        List<LaneUnits> all = new ArrayList<>();
        for (HostLanes host : started) {
            host.addUnits(all);
        }
        return List.copyOf(all);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            started.forEach(HostLanes::stop);
            started.forEach(HostLanes::awaitStopped);
        }
    }
}

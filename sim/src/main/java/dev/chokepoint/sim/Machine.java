package dev.chokepoint.sim;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Address.Inet;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.world.AddressBlock;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.host.world.ResourceUse.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A host: its lanes, and the cores they share first come first served and without pre-emption. A host on a machine shares the
 * machine's cores, too: a lane runs when both have one free.
 */
final class Machine {
    /** The number of an address that belongs to somebody else; the same as {@link List#indexOf} says. */
    private static final int NOT_OWN = -1;

    private final HostSpec spec;
    private final int index;
    private final Engine engine;
    private final Stages stages;
    private final List<Lane> lanes = new ArrayList<>();
    private final Ports ports = new Ports(this);
    private final Ports datagramPorts = new Ports(this);
    private final DatagramBuffer datagramBuffer = new DatagramBuffer();
    /** Where its addresses stand, unless they are a block, which knows. */
    private final Map<Address, Integer> slots = new LinkedHashMap<>();

    private final AcceptQueue acceptQueue = new AcceptQueue();
    private final Level connections = new Level();
    private long connectionsOpened;
    private long connectionsRefused;

    private final List<Program> running = new ArrayList<>();
    private final Deque<Lane> readyLanes = new ArrayDeque<>();
    private final List<Lane> uncounted = new ArrayList<>();
    private final Level coresWaiting = new Level();
    private final Level coresUsed = new Level();
    private final Cores cores;
    /** Lanes that run, or wait for nothing but one of {@link #cores}. */
    private int admitted;

    private final Runnable runReady = this::runReady;
    private boolean started;

    /** {@code cores} are a machine's, or none but the host's own. */
    Machine(HostSpec spec, int index, Cores cores, SimWorld world) {
        this.spec = spec;
        this.cores = cores;
        cores.add(this);
        this.index = index;
        this.engine = world.engine();
        this.stages = new Stages(world.observer(), spec.name());
        if (!(spec.addresses() instanceof AddressBlock)) {
            spec.addresses().forEach(address -> slots.put(address, slots.size()));
        }
        for (int i = 0; i < spec.lanes(); i++) {
            lanes.add(new Lane(this, i, world));
        }
    }

    HostSpec spec() {
        return spec;
    }

    int index() {
        return index;
    }

    Stages stages() {
        return stages;
    }

    Ports ports() {
        return ports;
    }

    Ports datagramPorts() {
        return datagramPorts;
    }

    DatagramBuffer datagramBuffer() {
        return datagramBuffer;
    }

    /** The number of one of its addresses, or {@link #NOT_OWN}. */
    int slot(Inet address) {
        Inet own = address.port() == 0 ? address : address.withPort(0);
        return spec.addresses() instanceof AddressBlock block ? block.indexOf(own) : slots.getOrDefault(own, NOT_OWN);
    }

    boolean owns(Inet address) {
        return slot(address) != NOT_OWN;
    }

    AcceptQueue acceptQueue() {
        return acceptQueue;
    }

    /** Boots every lane, now. */
    void start(Supplier<Program> programs, SimWorld world) {
        if (started) {
            throw new IllegalStateException("host " + spec.name() + " runs already: start it once");
        }
        started = true;
        for (Lane lane : lanes) {
            Program program = programs.get();
            running.add(program);
            lane.start(new Start(program, new SimHost(lane, world)));
            admitted++;
            ran(lane);
        }
        runReady();
        engine.runDeferred();
    }

    /** Ends every program, without a callback. */
    void stop() {
        running.forEach(Program::stop);
        running.clear();
    }

    private record Start(Program program, SimHost host) implements Callback {
        @Override
        public boolean take(EventKind kind) {
            return true;
        }

        @Override
        public long call(EventKind kind) {
            program.start(host);
            return 0;
        }
    }

    /** A lane that was idle has something to run. */
    void ready(Lane lane) {
        readyLanes.add(lane);
        uncounted(lane);
    }

    /** A lane got something to run that may still be run at this moment, and then has not waited. */
    void uncounted(Lane lane) {
        if (uncounted.isEmpty()) {
            engine.defer(runReady);
        }
        uncounted.add(lane);
    }

    /** A lane's callback is over. */
    void coreFreed(Lane lane) {
        coresUsed.add(-1, engine.nowNanos());
        cores.freed();
        admitted--;
        if (lane.isReady()) {
            readyLanes.add(lane);
        }
        runReady();
    }

    private void runReady() {
        admit();
        cores.run();
        countWaiting();
        for (int i = 0; i < uncounted.size(); i++) {
            uncounted.get(i).countWaiting();
        }
        uncounted.clear();
    }

    /** Lets lanes queue for a core, as many as the host may use. */
    private void admit() {
        while (admitted < spec.cores() && !readyLanes.isEmpty()) {
            admitted++;
            cores.enqueue(readyLanes.poll());
        }
    }

    /** A lane has begun a callback, or had none that was still wanted, or one that took no time. */
    void ran(Lane lane) {
        if (lane.isBusy()) {
            coresUsed.add(1, engine.nowNanos());
            cores.taken();
        } else {
            admitted--;
            if (lane.isReady()) {
                readyLanes.add(lane);
            }
            admit();
        }
        countWaiting();
    }

    private void countWaiting() {
        coresWaiting.set(readyLanes.size() + admitted - coresUsed.value(), engine.nowNanos());
    }

    /** Callbacks of all its lanes so far. */
    long served() {
        long served = 0;
        for (Lane lane : lanes) {
            served += lane.served();
        }
        return served;
    }

    void connectionOpened() {
        connections.add(1, engine.nowNanos());
        connectionsOpened++;
    }

    void connectionClosed() {
        connections.add(-1, engine.nowNanos());
    }

    void connectionRefused() {
        connectionsRefused++;
    }

    /** What this host's resources have done so far. */
    List<ResourceUse> resources() {
        long now = engine.nowNanos();
        List<ResourceUse> uses = new ArrayList<>();
        for (Lane lane : lanes) {
            uses.add(use(lane.label(), Kind.LANE, 1, lane.used(), lane.served(), lane.waiting(), 0));
        }
        if (spec.cores() != HostSpec.UNLIMITED) {
            uses.add(use(spec.name() + " cpu", Kind.CPU, spec.cores(), coresUsed, served(), coresWaiting, 0));
        }
        uses.add(datagramBuffer.use(spec.name() + " datagram buffer", now));
        uses.add(acceptQueue.use(spec.name() + " accept queue", now));
        Level nobody = new Level();
        uses.add(use(
                spec.name() + " connections",
                Kind.CONNECTIONS,
                Double.POSITIVE_INFINITY,
                connections,
                connectionsOpened,
                nobody,
                connectionsRefused));
        return uses;
    }

    private ResourceUse use(
            String name, Kind kind, double capacity, Level used, long served, Level waiting, long refused) {
        long now = engine.nowNanos();
        return new ResourceUse(
                name, kind, capacity, used.integral(now), served, waiting.integral(now), waiting.max(), refused);
    }
}

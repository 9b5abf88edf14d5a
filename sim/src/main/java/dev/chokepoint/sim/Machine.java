package dev.chokepoint.sim;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Address.Inet;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.world.AddressBlock;
import dev.chokepoint.host.world.Crash;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.host.world.ResourceUse.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final SimWorld world;
    private final HostCores cores;
    private final Offload offload;
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
    private boolean started;
    private int boot;
    private int firstBootWithPower;
    private boolean off;
    private final Set<Outbound> unanswered = new LinkedHashSet<>();

    /** {@code shared} are a machine's, or none but the host's own. */
    Machine(HostSpec spec, int index, Cores shared, SimWorld world) {
        this.spec = spec;
        shared.add(this);
        this.index = index;
        this.world = world;
        this.engine = world.engine();
        this.cores = new HostCores(spec.cores(), shared, engine);
        this.offload = new Offload(spec, cores, engine);
        this.stages = new Stages(world.observer(), spec.name());
        if (!(spec.addresses() instanceof AddressBlock)) {
            spec.addresses().forEach(address -> slots.put(address, slots.size()));
        }
        for (int i = 0; i < spec.lanes(); i++) {
            lanes.add(new Lane(this, i, new LaneUse(), world));
        }
    }

    Rules rules() {
        return world.rules();
    }

    /** How often it has died. */
    int boot() {
        return boot;
    }

    /** Whether what left in that boot may still be on its way. */
    boolean keepsFlying(int inBoot) {
        return inBoot >= firstBootWithPower;
    }

    /** Whether its power is cut: then it neither hears nor answers. */
    boolean isOff() {
        return off;
    }

    /** Something came for a connection that died with its host: the answer must wait until the host lives again. */
    void answerLater(Outbound knocking) {
        unanswered.add(knocking);
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

    /** Kills its process, or cuts its power. */
    void crash(Crash how) {
        if (!started) {
            throw new IllegalStateException("host " + spec.name() + " is not running: start it before it can crash");
        }
        started = false;
        boot++;
        if (how == Crash.HOST) {
            off = true;
            firstBootWithPower = boot;
        }
        engine.trace().add(engine.nowNanos(), index, EventKind.FAULT, how == Crash.HOST ? -boot : boot);
        world.network().closeAllOf(this, how);
        offload.crash();
        stop();
        engine.runDeferred();
    }

    /** Its lanes and what they have open go. */
    void crashLanes(Crash how) {
        lanes.forEach(lane -> lane.crash(how));
    }

    private void reboot() {
        lanes.replaceAll(old -> new Lane(this, old.number(), old.use(), world));
        off = false;
        unanswered.forEach(Outbound::unknownThere);
        unanswered.clear();
    }

    /** Boots every lane, now. */
    void start(Supplier<Program> programs) {
        if (started) {
            throw new IllegalStateException("host " + spec.name() + " runs already: start it once");
        }
        started = true;
        if (boot > 0) {
            reboot();
        }
        for (Lane lane : lanes) {
            Program program = programs.get();
            running.add(program);
            lane.start(new Start(program, new SimHost(lane, world)));
            cores.started(lane);
        }
        cores.runReady();
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

    HostCores cores() {
        return cores;
    }

    Offload offload() {
        return offload;
    }

    /** Callbacks of all its lanes, and computations, so far. */
    long served() {
        long served = offload.served();
        for (Lane lane : lanes) {
            served += lane.use().served();
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
            LaneUse use = lane.use();
            uses.add(use(lane.label(), Kind.LANE, 1, use.used(), use.served(), use.waiting(), 0));
        }
        if (spec.cores() != HostSpec.UNLIMITED) {
            uses.add(cores.use(spec.name() + " cpu", served()));
        }
        uses.add(offload.use());
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

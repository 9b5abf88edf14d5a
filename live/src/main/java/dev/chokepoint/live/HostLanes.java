package dev.chokepoint.live;

import dev.chokepoint.host.ListenException;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.world.Crash;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.ProgramFailure;
import dev.chokepoint.host.world.ResourceUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One started host: its lanes, and what they share (listeners, counters, its ends of links). */
final class HostLanes {
    private final HostSpec spec;
    private final Surroundings world;
    private final Stages stages;
    private final Map<String, LiveLink> links = new LinkedHashMap<>();
    private final Peers peers;
    private final Loops loops;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Program> running = new CopyOnWriteArrayList<>();
    private final Listeners listeners = new Listeners(this);
    private final DatagramPorts datagramPorts = new DatagramPorts(this);
    private final DatagramCount datagrams = new DatagramCount();
    private final OffloadThreads offload;
    private volatile boolean dead;
    private final AcceptCount accepts = new AcceptCount();
    private final ConnectionCount connections = new ConnectionCount();
    private final TlsContexts tls = new TlsContexts();

    HostLanes(HostSpec spec, Surroundings world) {
        this.spec = spec;
        this.world = world;
        this.offload = new OffloadThreads(spec);
        this.stages = Stages.of(world.observer(), spec.name());
        for (Link link : world.topology().linksOf(spec.name())) {
            String peer = link.a().equals(spec.name()) ? link.b() : link.a();
            links.put(peer, new LiveLink(link, spec.name(), world.seed(), world.observer()::stage, world.lateness()));
        }
        this.peers = new Peers(spec.name(), world, links);
        this.loops = Loops.of(spec, world);
        for (int i = 0; i < spec.lanes(); i++) {
            lanes.add(new Lane(this, i, loops.lane(i)));
        }
    }

    String name() {
        return spec.name();
    }

    HostSpec spec() {
        return spec;
    }

    int lanes() {
        return lanes.size();
    }

    Surroundings world() {
        return world;
    }

    Transport transport() {
        return world.transport();
    }

    Stages stages() {
        return stages;
    }

    Peers peers() {
        return peers;
    }

    Listeners listeners() {
        return listeners;
    }

    DatagramPorts datagramPorts() {
        return datagramPorts;
    }

    DatagramCount datagrams() {
        return datagrams;
    }

    /** The loop that accepts: that of the only lane, or one of its own. */
    LaneLoop acceptor() {
        return loops.acceptor();
    }

    OffloadThreads offload() {
        return offload;
    }

    AcceptCount accepts() {
        return accepts;
    }

    ConnectionCount connections() {
        return connections;
    }

    TlsContexts tls() {
        return tls;
    }

    void failed(int lane, Throwable cause) {
        world.failure().complete(new ProgramFailure(spec.name(), lane, cause));
    }

    /** Starts a program on each lane, one after another, and waits for it. */
    void start(Supplier<Program> programs) {
        for (Lane lane : lanes) {
            Program program = programs.get();
            running.add(program);
            Throwable thrown = startOn(lane, program).join();
            if (thrown instanceof ListenException listen) {
                throw listen;
            }
            if (thrown != null) {
                throw new ProgramFailure(spec.name(), lane.index(), thrown);
            }
        }
    }

    private static CompletableFuture<Throwable> startOn(Lane lane, Program program) {
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        lane.execute(() -> {
            Throwable thrown = null;
            if (lane.enter()) {
                try {
                    program.start(new LiveHost(lane));
                } catch (Throwable t) {
                    thrown = t;
                } finally {
                    lane.leave();
                }
            }
            outcome.complete(thrown);
        });
        return outcome;
    }

    void addUnits(List<LaneUnits> all) {
        lanes.forEach(lane -> all.add(lane.unitsSoFar()));
    }

    void addResources(List<ResourceUse> all) {
        HostResources.add(this, spec, lanes, all);
        links.values().forEach(link -> link.addResources(all));
    }

    /** Its lanes end, without a callback; their loops go on for what the kernel or the links still do. */
    void crash(Crash how) {
        offload.stop();
        switch (how) {
            case PROCESS -> listeners.close();
            case HOST -> listeners.silence();
        }
        lanes.stream().map(lane -> lane.crash(how)).toList().forEach(HostLanes::await);
        await(turnOf(acceptor()));
        dead = true;
        running.forEach(Program::stop);
        running.clear();
    }

    boolean isDead() {
        return dead;
    }

    private static CompletableFuture<Boolean> turnOf(LaneLoop loop) {
        CompletableFuture<Boolean> turn = new CompletableFuture<>();
        loop.execute(() -> turn.complete(true));
        return turn;
    }

    private static void await(CompletableFuture<Boolean> turn) {
        var _ = turn.completeOnTimeout(false, Loops.STOP_SECONDS_MAX, TimeUnit.SECONDS)
                .join();
    }

    /** The host is about to live again: what was silent lets go of its addresses, and answers whoever still speaks to it. */
    void reboot() {
        listeners.close();
        lanes.forEach(Lane::reboot);
        await(turnOf(acceptor()));
        lanes.forEach(lane -> await(turnOf(lane.loop())));
    }

    void stop() {
        offload.stop();
        lanes.forEach(Lane::stop);
        listeners.close();
        loops.stop();
    }

    /** Waits for the lanes' threads, then lets the programs go. */
    void awaitStopped() {
        loops.awaitStopped();
        running.forEach(Program::stop);
    }
}

package dev.chokepoint.lab.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.Crash;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.World;
import dev.chokepoint.programs.direct.DirectLoad;
import dev.chokepoint.programs.direct.DirectLoadConfig;
import dev.chokepoint.programs.direct.Directory;
import dev.chokepoint.programs.direct.DirectoryConfig;
import dev.chokepoint.programs.load.Workload;
import dev.chokepoint.programs.mesh.MeshLoad;
import dev.chokepoint.programs.mesh.MeshLoadConfig;
import dev.chokepoint.programs.peer.Death;
import dev.chokepoint.programs.peer.PeerCounts;
import dev.chokepoint.programs.peer.PeerTally;
import dev.chokepoint.programs.talk.Rooms;
import dev.chokepoint.programs.talk.TalkPlan;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** People who talk for a second without a server on the way, and a directory's host. Messages come every 10 ms. */
final class Gathering implements AutoCloseable {
    static final long SECOND = 1_000_000_000L;
    static final long MILLI = 1_000_000L;
    static final int MESSAGES = 100;
    private static final long PATIENCE_NANOS = 30 * SECOND;

    final Ledger ledger = new Ledger();
    final PeerTally tally = new PeerTally();
    final World world;
    private final TalkPlan plan;
    private volatile Address directory = Address.inet("127.84.0.1", 0);

    Gathering(Kind kind, Rooms rooms) {
        this(kind, rooms, 64);
    }

    Gathering(Kind kind, Rooms rooms, int textBytes) {
        world = kind.world(ledger);
        world.add(new HostSpec("directory", List.of(directory), HostSpec.UNLIMITED, 1));
        world.add(new HostSpec("people", addresses(rooms.people()), HostSpec.UNLIMITED, 1));
        long start = world.nanoTime() + SECOND;
        plan = new TalkPlan(rooms, textBytes, new Workload.Constant(MESSAGES), start, start + SECOND, 0, 1);
    }

    /** An address each. */
    private static List<Address> addresses(int people) {
        return IntStream.rangeClosed(1, people)
                .mapToObj(i -> (Address) Address.inet("127.84.1." + i, 0))
                .toList();
    }

    /** Starts the directory, the second time where it was before. */
    void introduce() {
        Address at = directory;
        world.start("directory", () -> new Directory(DirectoryConfig.of(at), bound -> directory = bound));
    }

    void crashDirectory() {
        world.crash("directory", Crash.PROCESS);
    }

    Address directory() {
        return directory;
    }

    /** Starts people who talk directly. */
    void talkDirectly(StreamOptions stream, Death... deaths) {
        start(new DirectLoad(new DirectLoadConfig("people", plan, directory, stream, List.of(deaths)), tally, _ -> {}));
    }

    void talkDirectly(Death... deaths) {
        talkDirectly(StreamOptions.DEFAULT, deaths);
    }

    /** Starts people who pass on what they hear. */
    void gossip(int neighbours, int fanout, int remembered, Death... deaths) {
        start(new MeshLoad(
                new MeshLoadConfig(
                        plan, neighbours, fanout, remembered, SECOND, StreamOptions.DEFAULT, List.of(deaths)),
                tally,
                _ -> {}));
    }

    private void start(Program load) {
        world.start("people", () -> load);
    }

    /** The moment so long after talking begins. */
    long after(long nanos) {
        return plan.startNanos() + nanos;
    }

    void runUntilTalking(long nanos) {
        long to = after(nanos);
        while (world.nanoTime() < to) {
            world.run(Math.min(5 * MILLI, to - world.nanoTime()));
        }
    }

    PeerCounts counts() {
        return tally.counts();
    }

    void runUntil(BooleanSupplier holds) {
        long end = world.nanoTime() + PATIENCE_NANOS;
        while (!holds.getAsBoolean() && world.nanoTime() < end) {
            world.run(5 * MILLI);
        }
        assertThat(holds.getAsBoolean()).as("in time, with %s", counts()).isTrue();
    }

    @Override
    public void close() {
        world.close();
    }
}

package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Impairment;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Packets;
import dev.chokepoint.host.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The world under test, with everything between it and the test. Test thread only. */
final class Stage implements AutoCloseable {
    private static final long SEED = 42;
    private static final long STEP_NANOS = 1_000_000;
    private static final long SETTLE_NANOS = 40_000_000;
    private static final Link.Direction DIRECTION = new Link.Direction(2_000_000, 200_000, 200_000_000, 64 << 10);

    /** Every twentieth packet is lost, every fiftieth doubled, every twentieth held back behind the next ones. */
    private static final Link.Direction LOSSY_DIRECTION = new Link.Direction(
            2_000_000,
            200_000,
            200_000_000,
            64 << 10,
            new Packets(1500, 0, 1000, new Impairment(0.05, 0.02, 0.05, 1_000_000)));

    private final Setting setting;
    private final World world;
    private final List<String> violations = new CopyOnWriteArrayList<>();

    Stage(Setting setting) {
        this.setting = setting;
        this.world = setting.kind().open(SEED);
    }

    World world() {
        return world;
    }

    /** What the detectors have seen that the seam says can't happen. */
    List<String> violations() {
        return violations;
    }

    void host(String name, Address... addresses) {
        host(name, 1, addresses);
    }

    void host(String name, int lanes, Address... addresses) {
        world.add(new HostSpec(name, List.of(addresses), HostSpec.UNLIMITED, lanes));
    }

    /** Joins two hosts as the setting says. */
    void join(String a, String b) {
        switch (setting.way()) {
            case DIRECT -> {}
            case LINK -> world.add(new Link(a + "-" + b, a, b, DIRECTION, DIRECTION));
            case LOSSY -> world.add(new Link(a + "-" + b, a, b, LOSSY_DIRECTION, LOSSY_DIRECTION));
        }
    }

    /** Starts a host of one lane whose program does what it is told. */
    Actor actor(String host) {
        return actors(host).getFirst();
    }

    /** The same for a host of several lanes. */
    List<Actor> actors(String host) {
        List<Actor> actors = new ArrayList<>();
        start(host, () -> {
            actors.add(new Actor(this));
            return actors.getLast();
        });
        return actors;
    }

    /** Starts a program, with a detector between it and the world. */
    void start(String host, Supplier<Program> programs) {
        world.start(host, () -> setting.breakage().around(Detector.around(programs.get(), host, violations)));
    }

    /** Lets time pass until something holds; fails when it does not in good time. */
    void await(String what, BooleanSupplier condition) {
        awaitFor(patienceNanos(), what, condition);
    }

    void awaitFor(long nanos, String what, BooleanSupplier condition) {
        long deadline = world.nanoTime() + nanos;
        while (!condition.getAsBoolean()) {
            if (world.nanoTime() > deadline) {
                throw new AssertionError("waited in vain: " + what + violations);
            }
            world.run(STEP_NANOS);
        }
    }

    /** A broken world may show early that it is. */
    private long patienceNanos() {
        return setting.breakage() == Breakage.NONE ? 20_000_000_000L : 700_000_000L;
    }

    <T> T await(String what, CompletableFuture<T> answer) {
        await(what, answer::isDone);
        try {
            return answer.join();
        } catch (java.util.concurrent.CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Long enough for anything that is still to come, though it should not. */
    void settle() {
        pass(SETTLE_NANOS);
    }

    void pass(long nanos) {
        world.run(nanos);
    }

    @Override
    public void close() {
        world.close();
    }
}

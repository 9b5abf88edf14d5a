package dev.chokepoint.lab.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.OffloadPool;
import dev.chokepoint.host.world.World;
import dev.chokepoint.live.IoModel;
import dev.chokepoint.live.LiveWorld;
import dev.chokepoint.live.Transport;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** A world with a server host and a client host, without a link between them. */
final class Stage implements AutoCloseable {
    static final long SECOND = 1_000_000_000L;
    static final long MILLI = 1_000_000L;

    /** Real sockets on a busy machine may need it; nothing waits for it when all is well. */
    private static final long PATIENCE_NANOS = 30 * SECOND;

    final Ledger ledger = new Ledger();
    final World world;
    private volatile Address server = Address.inet("127.81.0.1", 0);

    Stage(Kind kind) {
        this(kind, OffloadPool.DEFAULT);
    }

    /** With so much room for work beside the server's lane. */
    Stage(Kind kind, OffloadPool offload) {
        this(kind::world, offload);
    }

    /** Over real sockets, in one I/O model. */
    Stage(IoModel io) {
        this(observer -> new LiveWorld(1, Transport.best(), io, observer), OffloadPool.DEFAULT);
    }

    private Stage(Function<Observer, World> worlds, OffloadPool offload) {
        world = worlds.apply(ledger);
        world.add(new HostSpec("server", List.of(server), HostSpec.UNLIMITED, 1, offload, Optional.empty()));
        world.add(new HostSpec("client", List.of(Address.inet("127.81.0.2", 0)), HostSpec.UNLIMITED, 1));
    }

    /** Starts a server, made from the address to listen on and someone to tell the address it got. */
    void serve(ServerMaker maker) {
        Program program = maker.make(Address.inet("127.81.0.1", 0), at -> server = at);
        world.start("server", () -> program);
    }

    /** Starts a client, made from the server's address. */
    void ask(Function<Address, Program> maker) {
        world.start("client", () -> maker.apply(server));
    }

    /** An address of the server host where nobody listens. */
    static Address nobody() {
        return Address.inet("127.81.0.1", 9);
    }

    Address server() {
        return server;
    }

    /** Lets time pass until something is so. */
    void runUntil(BooleanSupplier holds) {
        long end = world.nanoTime() + PATIENCE_NANOS;
        while (!holds.getAsBoolean() && world.nanoTime() < end) {
            world.run(5 * MILLI);
        }
        assertThat(holds.getAsBoolean()).as("in time, with %s", ledger).isTrue();
    }

    @Override
    public void close() {
        world.close();
    }

    /** Makes a server. */
    @FunctionalInterface
    interface ServerMaker {
        Program make(Address at, Consumer<Address> onListening);
    }
}

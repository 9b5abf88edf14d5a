package dev.chokepoint.lab.parity;

import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.World;
import dev.chokepoint.live.IoModel;
import dev.chokepoint.live.LiveWorld;
import dev.chokepoint.live.Transport;
import dev.chokepoint.sim.SimCosts;
import dev.chokepoint.sim.SimWorld;
import dev.chokepoint.sim.Streams;
import dev.chokepoint.sim.TcpOptions;
import java.time.Instant;
import java.util.Optional;

/** The worlds that must agree. */
enum WorldKind {
    SIM(Optional.empty()),
    /** The simulator with its streams over TCP. */
    TCP(Optional.empty()),
    NIO(Optional.of(Transport.NIO)),
    EPOLL(Optional.of(Transport.EPOLL)),
    IO_URING(Optional.of(Transport.IO_URING)),
    SELECTOR(IoModel.SELECTOR),
    VIRTUAL(IoModel.VIRTUAL),
    PLATFORM(IoModel.PLATFORM),
    POOL(IoModel.POOL);

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Optional<Transport> transport;
    private final IoModel io;

    WorldKind(Optional<Transport> transport) {
        this.transport = transport;
        this.io = IoModel.EVENT_LOOP;
    }

    /** The other I/O models use none of Netty's transports. */
    WorldKind(IoModel io) {
        this.transport = Optional.of(Transport.NIO);
        this.io = io;
    }

    boolean isVirtual() {
        return transport.isEmpty();
    }

    /**
     * io_uring takes part when asked for: one run of many ended with native memory damaged under it, for a reason not yet found,
     * and a JVM that dies takes every other result with it (docs/decisions/006).
     */
    boolean isAvailable() {
        boolean wanted = this != IO_URING || System.getenv("CHOKEPOINT_IO_URING") != null;
        return wanted && transport.map(Transport::isAvailable).orElse(true);
    }

    World open(long seed) {
        return transport
                .<World>map(t -> new LiveWorld(seed, t, io, Observer.NONE))
                .orElseGet(() -> new SimWorld(seed, START, SimCosts.FREE, streams(), Observer.NONE));
    }

    private Streams streams() {
        return this == TCP ? new Streams.Tcp(TcpOptions.DEFAULT) : new Streams.Ideal();
    }
}

package dev.chokepoint.live;

import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.ProgramFailure;
import java.util.concurrent.CompletableFuture;

/**
 * What all hosts of one world share. Any thread.
 *
 * @param seed of all random numbers
 * @param transport of all sockets
 * @param io how they wait for their sockets
 * @param observer told what becomes of messages
 * @param topology the hosts and links
 * @param failure completed by the first program that fails
 * @param lateness of emulated links
 * @param work the calibrated work done
 * @param sockets how many may be open
 * @param carriers of virtual threads
 * @param rules what may pass between hosts
 * @param dead which hosts are dead
 */
record Surroundings(
        long seed,
        Transport transport,
        IoModel io,
        Observer observer,
        Topology topology,
        CompletableFuture<ProgramFailure> failure,
        Lateness lateness,
        WorkCount work,
        SocketBudget sockets,
        Carriers carriers,
        Rules rules,
        Dead dead) {
    Surroundings(long seed, Transport transport, IoModel io, Observer observer) {
        this(seed, transport, io, observer, new Rules());
    }

    private Surroundings(long seed, Transport transport, IoModel io, Observer observer, Rules rules) {
        this(
                seed,
                transport,
                io,
                observer,
                new Topology(),
                new CompletableFuture<>(),
                new Lateness(),
                new WorkCount(),
                new SocketBudget(),
                new Carriers(),
                rules,
                new Dead(rules));
    }
}

package dev.chokepoint.host.world;

import dev.chokepoint.host.Program;
import java.util.List;
import java.util.function.Supplier;

/**
 * A network of hosts in which programs run: real sockets, or virtual time. Add hosts, then links, then start programs, then
 * let it run. Used by one thread; {@link #close} may come from any.
 */
public interface World extends Faults, AutoCloseable {
    /**
     * Adds a host.
     *
     * @param spec its name is unique in the world
     */
    void add(HostSpec spec);

    /**
     * Adds a machine whose cores several hosts share, first come first served.
     *
     * @param name unique among machines
     * @param cores how many, at least 1; over real sockets this computer has those it has, and the number is ignored
     */
    void addMachine(String name, int cores);

    /**
     * Adds a router: it forwards packets along the way with the fewest links (of equal ways, the one whose first link was
     * added first), at no cost and without a queue of its own.
     *
     * @param name unique among hosts and routers
     * @throws IllegalArgumentException this world has no routers: over real sockets a link joins two hosts
     */
    void addRouter(String name);

    /**
     * Joins two hosts or routers. Hosts that no way of links joins reach each other at once, without limit, unless one of
     * them has a link to a router: then there is no way between them.
     *
     * @param link between hosts or routers added before; at most one joins a pair
     */
    void add(Link link);

    /**
     * Joins each address of a host to another host or a router by a link of its own.
     *
     * @param links between a host and another or a router, added before; a host has them once, and then no other link
     * @throws IllegalArgumentException this world can't give each address a link
     */
    void add(AccessLinks links);

    /**
     * Boots a host: makes one program instance for each of its lanes and calls {@link Program#start} on the lane before this
     * returns.
     *
     * @param host the host's name
     * @param programs makes a new instance each time
     * @throws dev.chokepoint.host.ListenException what {@code start} let through
     * @throws ProgramFailure any other exception that {@code start} let through
     */
    void start(String host, Supplier<Program> programs);

    /**
     * Lets time pass: virtual worlds compute, real ones wait.
     *
     * @param nanos nanoseconds of the world's clock
     * @throws ProgramFailure a program's callback threw
     */
    void run(long nanos);

    /**
     * The world's clock, the one that {@link dev.chokepoint.host.Host#nanoTime()} reads.
     *
     * @return nanoseconds from an arbitrary origin
     */
    long nanoTime();

    /**
     * What each resource has done since the world began.
     *
     * @return one entry a resource, always in the same order; later answers may have more at the end
     */
    List<ResourceUse> resources();

    /**
     * Stops every program without a further callback, frees sockets, threads and memory, and calls {@link Program#stop} on
     * every instance whose {@link Program#start} was called. Does nothing the second time.
     */
    @Override
    void close();
}

package dev.chokepoint.host.world;

import dev.chokepoint.host.Program;
import java.util.List;
import java.util.function.Supplier;

/**
 * A network of hosts in which programs run: real sockets, or virtual time. Add hosts, then links, then start programs, then
 * let it run. Used by one thread; {@link #close} may come from any.
 */
public interface World extends AutoCloseable {
    /**
     * Adds a host.
     *
     * @param spec its name is unique in the world
     */
    void add(HostSpec spec);

    /**
     * Joins two hosts. Hosts without a link between them reach each other at once, without limit.
     *
     * @param link between hosts added before; at most one joins a pair
     */
    void add(Link link);

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
     * @return one entry a resource, always in the same order
     */
    List<ResourceUse> resources();

    /**
     * Stops every program without a further callback, frees sockets, threads and memory, and calls {@link Program#stop} on
     * every instance whose {@link Program#start} was called. Does nothing the second time.
     */
    @Override
    void close();
}

package dev.chokepoint.host.world;

/** What can break in a {@link World}. Used by the thread that runs the world, between its runs. */
public interface Faults {
    /**
     * Puts a rule in force for all that leaves from now on; what it drops of a stream that has no packets, it holds.
     *
     * @param rule asked after those that were installed before
     * @return takes the rule away
     */
    Fault install(Rule rule);

    /**
     * Kills a host. It can be {@linkplain World#start started} again: with new program instances, while old timers never fire. A
     * host that runs in another process is dead for those of this world: after {@link Crash#HOST} they hear nothing from it and
     * reach it no more until it is {@link #revived}.
     *
     * @param host the host's name
     * @param crash how
     */
    void crash(String host, Crash crash);

    /**
     * A crashed host that runs in another process is up again. Hosts of this world are revived by {@link World#start}.
     *
     * @param host the host's name
     */
    void revived(String host);
}

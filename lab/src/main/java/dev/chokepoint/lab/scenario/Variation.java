package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.live.IoModel;
import dev.chokepoint.programs.load.Workload;
import java.io.Serializable;
import java.util.List;

/**
 * What is run otherwise than the scenario's file says. The processes of a live run read the file and vary it alike.
 *
 * @param seed the random seed; null as written
 * @param load so many times the load is offered: open loads at such a rate, closed ones by so many clients
 * @param clients so many clients in the only group; 0 as written
 * @param io how the servers wait for their sockets; null as written
 * @param times how long it lasts; null as written
 */
public record Variation(Long seed, double load, int clients, IoModel io, Times times) implements Serializable {
    /** As written. */
    public static final Variation NONE = new Variation(null, 1, 0, null, null);

    /**
     * How long a run lasts.
     *
     * @param warmupNanos what happens before this is not measured
     * @param durationNanos how long the load lasts after it
     */
    public record Times(long warmupNanos, long durationNanos) implements Serializable {}

    /**
     * A copy with another seed.
     *
     * @param other the seed
     * @return the copy
     */
    public Variation withSeed(long other) {
        return new Variation(other, load, clients, io, times);
    }

    /**
     * A copy with another load.
     *
     * @param factor how many times the scenario's
     * @return the copy
     */
    public Variation withLoad(double factor) {
        return new Variation(seed, factor, clients, io, times);
    }

    /**
     * A copy with another number of clients.
     *
     * @param count in the only group
     * @return the copy
     */
    public Variation withClients(int count) {
        return new Variation(seed, load, count, io, times);
    }

    /**
     * A copy with another I/O model.
     *
     * @param model how the servers wait for their sockets
     * @return the copy
     */
    public Variation withIo(IoModel model) {
        return new Variation(seed, load, clients, model, times);
    }

    /**
     * A copy with other times.
     *
     * @param other how long it lasts
     * @return the copy
     */
    public Variation withTimes(Times other) {
        return new Variation(seed, load, clients, io, other);
    }

    /**
     * Varies a scenario.
     *
     * @param written as its file says
     * @return as it is run
     */
    public Scenario of(Scenario written) {
        Scenario seeded = seed == null ? written : written.withSeed(seed);
        Scenario timed = times == null ? seeded : seeded.withTimes(times.warmupNanos, times.durationNanos);
        List<ClientGroup> groups = timed.clients().stream().map(this::of).toList();
        ServerSpec server = timed.server();
        return timed.withClients(groups).withServer(io == null ? server : server.withIo(io));
    }

    private ClientGroup of(ClientGroup written) {
        ClientGroup group = clients == 0 ? written : written.withCount(clients);
        return group.load() instanceof Workload.Closed
                ? group.withCount(Math.toIntExact(Math.max(1, Math.round(group.count() * load))))
                : group.withLoad(group.load().times(load));
    }
}

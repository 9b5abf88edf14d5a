package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Scenario.App;
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
 * @param model the centralization model, with as many servers as it takes, and nothing of what the file says that breaks; null as
 *     written
 * @param death what breaks besides; null for nothing
 */
public record Variation(Long seed, double load, int clients, IoModel io, Times times, Model model, Death death)
        implements Serializable {
    /** Servers of a model that has several, where the file says one. */
    private static final int SEVERAL = 3;

    /** As written. */
    public static final Variation NONE = new Variation(null, 1, 0, null, null, null, null);

    /**
     * How long a run lasts.
     *
     * @param warmupNanos what happens before this is not measured
     * @param durationNanos how long the load lasts after it
     */
    public record Times(long warmupNanos, long durationNanos) implements Serializable {}

    /**
     * A process dies half-way through the measured time, and stays dead.
     *
     * @param host whose
     */
    public record Death(String host) implements Serializable {}

    /**
     * A copy with another seed.
     *
     * @param other the seed
     * @return the copy
     */
    public Variation withSeed(long other) {
        return new Variation(other, load, clients, io, times, model, death);
    }

    /**
     * A copy with another load.
     *
     * @param factor how many times the scenario's
     * @return the copy
     */
    public Variation withLoad(double factor) {
        return new Variation(seed, factor, clients, io, times, model, death);
    }

    /**
     * A copy with another number of clients.
     *
     * @param count in the only group
     * @return the copy
     */
    public Variation withClients(int count) {
        return new Variation(seed, load, count, io, times, model, death);
    }

    /**
     * A copy with another I/O model.
     *
     * @param other how the servers wait for their sockets
     * @return the copy
     */
    public Variation withIo(IoModel other) {
        return new Variation(seed, load, clients, other, times, model, death);
    }

    /**
     * A copy with other times.
     *
     * @param other how long it lasts
     * @return the copy
     */
    public Variation withTimes(Times other) {
        return new Variation(seed, load, clients, io, other, model, death);
    }

    /**
     * A copy in another model.
     *
     * @param other the centralization model
     * @return the copy
     */
    public Variation withModel(Model other) {
        return new Variation(seed, load, clients, io, times, other, death);
    }

    /**
     * A copy in which a process dies.
     *
     * @param host whose
     * @return the copy
     */
    public Variation withDeathOf(String host) {
        return new Variation(seed, load, clients, io, times, model, new Death(host));
    }

    /**
     * Varies a scenario.
     *
     * @param written as its file says, in the variation's {@link #model()}
     * @return as it is run
     */
    public Scenario of(Scenario written) {
        Scenario seeded = seed == null ? written : written.withSeed(seed);
        Scenario timed = times == null ? seeded : seeded.withTimes(times.warmupNanos, times.durationNanos);
        List<ClientGroup> groups = timed.clients().stream().map(this::of).toList();
        ServerSpec server = timed.server();
        Scenario varied =
                timed.withClients(groups).withServer(sized(timed.app(), io == null ? server : server.withIo(io)));
        return death == null ? varied : varied.withFaults(List.of(of(death, varied)));
    }

    /** The model central has one server, and a chat whose clients talk to each other; what has several otherwise has at least three. */
    private ServerSpec sized(App app, ServerSpec written) {
        if (model == null) {
            return written;
        }
        return switch (model) {
            case CENTRAL, MESH -> written.withCount(1);
            case HYBRID -> app instanceof App.Chat ? written.withCount(1) : several(written);
            case REPLICATED, FEDERATED -> several(written);
        };
    }

    private static ServerSpec several(ServerSpec written) {
        return written.count() == 1 ? written.withCount(SEVERAL) : written;
    }

    private static PlannedFault of(Death death, Scenario varied) {
        long atNanos = varied.warmupNanos() + varied.durationNanos() / 2;
        String text = "at " + Quantities.time(atNanos) + ": crash " + death.host;
        return new PlannedFault(atNanos, new PlannedFault.CrashProcess(death.host), text);
    }

    private ClientGroup of(ClientGroup written) {
        ClientGroup group = clients == 0 ? written : written.withCount(clients);
        return group.load() instanceof Workload.Closed
                ? group.withCount(Math.toIntExact(Math.max(1, Math.round(group.count() * load))))
                : group.withLoad(group.load().times(load));
    }
}

package dev.chokepoint.lab.scenario;

import dev.chokepoint.host.Address.Family;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.programs.load.ServiceTime;
import dev.chokepoint.programs.load.Workload;
import java.util.List;

/**
 * One experiment, as read from a scenario file with every default filled in. Times are nanoseconds, sizes bytes, rates per
 * second.
 *
 * @param name the scenario's name, used in titles and file names
 * @param about what it shows, one sentence; may be empty
 * @param seed decides every random number; the same seed gives the same simulation
 * @param warmupNanos what happens before this is not measured
 * @param durationNanos how long the load lasts after the warm-up
 * @param model the centralization model
 * @param family the address family of all hosts
 * @param app the program that servers and clients run
 * @param server the server host
 * @param clients the groups of clients, at least one, names unique
 * @param stream limits of every connection
 * @param costs what the simulator charges the server's CPU besides the app's own work
 * @param objectives what must hold for exit status 0; may be empty
 */
public record Scenario(
        String name,
        String about,
        long seed,
        long warmupNanos,
        long durationNanos,
        Model model,
        Family family,
        App app,
        ServerSpec server,
        List<ClientGroup> clients,
        StreamOptions stream,
        Costs costs,
        List<Objective> objectives) {
    /** Copies the lists. */
    public Scenario {
        clients = List.copyOf(clients);
        objectives = List.copyOf(objectives);
    }

    /**
     * A copy with another seed.
     *
     * @param other the seed
     * @return the copy
     */
    public Scenario withSeed(long other) {
        return new Scenario(
                name,
                about,
                other,
                warmupNanos,
                durationNanos,
                model,
                family,
                app,
                server,
                clients,
                stream,
                costs,
                objectives);
    }

    /**
     * A copy with other times.
     *
     * @param warmup the new {@link #warmupNanos()}
     * @param duration the new {@link #durationNanos()}
     * @return the copy
     */
    public Scenario withTimes(long warmup, long duration) {
        return new Scenario(
                name, about, seed, warmup, duration, model, family, app, server, clients, stream, costs, objectives);
    }

    /**
     * A copy with another server.
     *
     * @param other the server
     * @return the copy
     */
    public Scenario withServer(ServerSpec other) {
        return new Scenario(
                name,
                about,
                seed,
                warmupNanos,
                durationNanos,
                model,
                family,
                app,
                other,
                clients,
                stream,
                costs,
                objectives);
    }

    /**
     * A copy with other clients.
     *
     * @param other the groups
     * @return the copy
     */
    public Scenario withClients(List<ClientGroup> other) {
        return new Scenario(
                name,
                about,
                seed,
                warmupNanos,
                durationNanos,
                model,
                family,
                app,
                server,
                other,
                stream,
                costs,
                objectives);
    }

    /**
     * A copy with other stream limits.
     *
     * @param other the limits
     * @return the copy
     */
    public Scenario withStream(StreamOptions other) {
        return new Scenario(
                name,
                about,
                seed,
                warmupNanos,
                durationNanos,
                model,
                family,
                app,
                server,
                clients,
                other,
                costs,
                objectives);
    }

    /** The centralization models. */
    public enum Model {
        /** One server; every message goes client, server, client. */
        CENTRAL
    }

    /** What servers and clients do. */
    public sealed interface App {
        /**
         * Request and response over HTTP/1.1.
         *
         * @param requestBytes the whole request on the wire
         * @param responseBytes the whole response on the wire
         * @param work the CPU time that the server spends on each request
         */
        record Ask(long requestBytes, long responseBytes, ServiceTime work) implements App {}
    }

    /**
     * The server host.
     *
     * @param cores its CPU cores
     * @param lanes how many single-threaded lanes (event loops) the server program runs on them
     */
    public record ServerSpec(int cores, int lanes) {}

    /**
     * Clients that behave alike and share one link to the server.
     *
     * @param name unique in the scenario; also the host's name
     * @param count how many clients; each has one connection and at most one request under way
     * @param load when they ask
     * @param queue how many requests may wait for an idle client; more are refused and counted
     * @param up the link's direction towards the server
     * @param down the link's direction from the server
     */
    public record ClientGroup(
            String name, int count, Workload load, int queue, Link.Direction up, Link.Direction down) {}

    /**
     * What the simulator charges a server lane for what every server does. Over real sockets the CPU does that work itself.
     *
     * @param turnNanos each turn of the loop that has something to do
     * @param acceptNanos each accepted connection
     * @param readNanos each read
     * @param writeNanos each write
     * @param bytePicos each byte read or written, in picoseconds
     */
    public record Costs(long turnNanos, long acceptNanos, long readNanos, long writeNanos, long bytePicos) {}

    /**
     * A condition on the result, such as {@code p99 < 150ms}.
     *
     * @param metric what is compared
     * @param below true for {@code <}, false for {@code >}
     * @param limit nanoseconds for latencies, a fraction (0 to 1) for errors, messages per second for carried
     * @param text as the user wrote it
     */
    public record Objective(Metric metric, boolean below, double limit, String text) {
        /** What can be compared. */
        public enum Metric {
            /** Median latency. */
            P50,
            /** Latency that 90 % do not exceed. */
            P90,
            /** Latency that 99 % do not exceed. */
            P99,
            /** Latency that 99.9 % do not exceed. */
            P999,
            /** The largest latency. */
            MAX,
            /** Failed messages as a fraction of all. */
            ERRORS,
            /** Delivered messages per second. */
            CARRIED
        }
    }
}

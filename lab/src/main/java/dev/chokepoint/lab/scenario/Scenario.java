package dev.chokepoint.lab.scenario;

import dev.chokepoint.host.Address.Family;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.programs.load.ServiceTime;
import dev.chokepoint.programs.load.Workload;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
 * @param transport what carries the messages
 * @param app the program that servers and clients run
 * @param server the server host, or one of several
 * @param network routers and shared links between clients and server
 * @param balancer what stands before the servers in the model {@code replicated}; empty in others
 * @param parts what only some models have
 * @param machines those whose cores several hosts share; may be empty
 * @param clients the groups of clients, at least one, names unique
 * @param faults what breaks when, in the order of time; may be empty
 * @param stream limits of every connection
 * @param costs what the simulator charges the server's CPU besides the app's own work
 * @param objectives what must hold for exit status 0; may be empty
 * @param compare what {@code compare} varies; may be nothing
 */
public record Scenario(
        String name,
        String about,
        long seed,
        long warmupNanos,
        long durationNanos,
        Model model,
        Family family,
        Transport transport,
        App app,
        ServerSpec server,
        Network network,
        Optional<BalancerSpec> balancer,
        ModelParts parts,
        List<MachineSpec> machines,
        List<ClientGroup> clients,
        List<PlannedFault> faults,
        StreamOptions stream,
        Costs costs,
        List<Objective> objectives,
        Variants compare) {
    /** Copies the lists. */
    public Scenario {
        machines = List.copyOf(machines);
        clients = List.copyOf(clients);
        faults = List.copyOf(faults);
        objectives = List.copyOf(objectives);
    }

    /**
     * A copy with another seed.
     *
     * @param other the seed
     * @return the copy
     */
    public Scenario withSeed(long other) {
        return with(draft -> draft.seed = other);
    }

    /**
     * A copy with other times.
     *
     * @param warmup the new {@link #warmupNanos()}
     * @param duration the new {@link #durationNanos()}
     * @return the copy
     */
    public Scenario withTimes(long warmup, long duration) {
        return with(draft -> {
            draft.warmupNanos = warmup;
            draft.durationNanos = duration;
        });
    }

    /**
     * A copy with another transport.
     *
     * @param other what carries the messages
     * @return the copy
     */
    public Scenario withTransport(Transport other) {
        return with(draft -> draft.transport = other);
    }

    /**
     * A copy with another server.
     *
     * @param other the server
     * @return the copy
     */
    public Scenario withServer(ServerSpec other) {
        return with(draft -> draft.server = other);
    }

    /**
     * A copy with another network.
     *
     * @param other the network
     * @return the copy
     */
    public Scenario withNetwork(Network other) {
        return with(draft -> draft.network = other);
    }

    /**
     * A copy with other clients.
     *
     * @param other the groups
     * @return the copy
     */
    public Scenario withClients(List<ClientGroup> other) {
        return with(draft -> draft.clients = other);
    }

    /**
     * A copy with other stream limits.
     *
     * @param other the limits
     * @return the copy
     */
    public Scenario withStream(StreamOptions other) {
        return with(draft -> draft.stream = other);
    }

    /**
     * A copy with other costs.
     *
     * @param other what the simulator charges
     * @return the copy
     */
    public Scenario withCosts(Costs other) {
        return with(draft -> draft.costs = other);
    }

    /**
     * A copy with another application.
     *
     * @param other what the server and its clients do
     * @return the copy
     */
    public Scenario withApp(App other) {
        return with(draft -> draft.app = other);
    }

    /**
     * A copy with other machines.
     *
     * @param other those that hosts share
     * @return the copy
     */
    public Scenario withMachines(List<MachineSpec> other) {
        return with(draft -> draft.machines = other);
    }

    /**
     * A copy with another balancer.
     *
     * @param other what stands before the servers
     * @return the copy
     */
    public Scenario withBalancer(BalancerSpec other) {
        return with(draft -> draft.balancer = Optional.of(other));
    }

    /** {@return whether its servers are joined by a {@linkplain ModelParts.BackplaneSpec backplane}, as those of a replicated chat are} */
    public boolean hasBackplane() {
        return model == Model.REPLICATED && app instanceof App.Chat;
    }

    /** {@return whether a {@linkplain ModelParts.DirectorySpec directory} tells clients where to ask, as in the model hybrid} */
    public boolean hasDirectory() {
        return model == Model.HYBRID && app instanceof App.Ask;
    }

    /** {@return whether clients talk to clients, as in a chat of the models hybrid and mesh} */
    public boolean hasPeers() {
        return (model == Model.HYBRID || model == Model.MESH) && app instanceof App.Chat;
    }

    /**
     * A copy with other parts that only some models have.
     *
     * @param other the parts
     * @return the copy
     */
    public Scenario withParts(ModelParts other) {
        return with(draft -> draft.parts = other);
    }

    /**
     * A copy in which other things break.
     *
     * @param other what breaks when
     * @return the copy
     */
    public Scenario withFaults(List<PlannedFault> other) {
        return with(draft -> draft.faults = other);
    }

    /**
     * A copy with nothing between clients and servers, and in which nothing breaks.
     *
     * @return in the model central, or where clients talk to clients, in the same
     */
    public Scenario simplest() {
        return with(draft -> {
            draft.model = hasPeers() ? model : Model.CENTRAL;
            draft.balancer = Optional.empty();
            draft.network = Network.NONE;
            draft.faults = List.of();
        });
    }

    private Scenario with(Consumer<ScenarioDraft> change) {
        ScenarioDraft draft = new ScenarioDraft(this);
        change.accept(draft);
        return draft.made();
    }

    /** What servers and clients do. */
    public sealed interface App {
        /**
         * Request and response over HTTP/1.1.
         *
         * @param requestBytes the whole request on the wire
         * @param responseBytes the whole response on the wire
         * @param work the CPU time that the server spends on each request
         * @param timeoutNanos how long a client waits for an answer; {@link Long#MAX_VALUE} as long as its connection lasts
         */
        record Ask(long requestBytes, long responseBytes, ServiceTime work, long timeoutNanos) implements App {
            /**
             * One whose clients wait as long as their connections last.
             *
             * @param requestBytes as above
             * @param responseBytes as above
             * @param work as above
             */
            public Ask(long requestBytes, long responseBytes, ServiceTime work) {
                this(requestBytes, responseBytes, work, Long.MAX_VALUE);
            }
        }

        /**
         * People in rooms: what one says all others of the room receive, over IRC where there are servers. A message counts as
         * often as it has receivers.
         *
         * @param room how many people share a room; the last room of a group also takes those who don't fill one
         * @param messageBytes the text that a message carries
         */
        record Chat(int room, int messageBytes) implements App {}
    }

    /**
     * A link's two directions.
     *
     * @param up towards the server
     * @param down from the server
     */
    public record LinkSpec(Link.Direction up, Link.Direction down) {}

    /**
     * Clients that behave alike and share one link.
     *
     * @param name unique in the scenario; also the host's name
     * @param count how many clients; each has one connection and at most one request under way
     * @param load when they ask
     * @param queue how many requests may wait for an idle client; more are refused and counted
     * @param to what their link leads to: a router, or the {@linkplain Model#entrance entrance}
     * @param access the link that each client has of its own, if any
     * @param link the link that they all share, behind their own ones; empty where they only have those
     * @param machine whose cores their load program shares with other hosts, and so pays for what it does; empty for one whose
     *     computing costs nothing
     */
    public record ClientGroup(
            String name,
            int count,
            Workload load,
            int queue,
            String to,
            Optional<LinkSpec> access,
            Optional<LinkSpec> link,
            Optional<String> machine) {
        /**
         * Clients that share a link to the server.
         *
         * @param name unique in the scenario
         * @param count how many
         * @param load when they ask
         * @param queue how many requests may wait
         * @param up the link's direction towards the server
         * @param down the link's direction from the server
         */
        public ClientGroup(String name, int count, Workload load, int queue, Link.Direction up, Link.Direction down) {
            this(
                    name,
                    count,
                    load,
                    queue,
                    ServerSpec.NAME,
                    Optional.empty(),
                    Optional.of(new LinkSpec(up, down)),
                    Optional.empty());
        }

        /**
         * A copy with more or fewer clients.
         *
         * @param other the new {@link #count()}
         * @return the copy
         */
        public ClientGroup withCount(int other) {
            return new ClientGroup(name, other, load, queue, to, access, link, machine);
        }

        /**
         * A copy with another load.
         *
         * @param other the new {@link #load()}
         * @return the copy
         */
        public ClientGroup withLoad(Workload other) {
            return new ClientGroup(name, count, other, queue, to, access, link, machine);
        }

        /**
         * A copy with other links.
         *
         * @param own the new {@link #access()}
         * @param shared the new {@link #link()}
         * @return the copy
         */
        public ClientGroup withLinks(Optional<LinkSpec> own, Optional<LinkSpec> shared) {
            return new ClientGroup(name, count, load, queue, to, own, shared, machine);
        }

        /**
         * A copy on a machine.
         *
         * @param other its name
         * @return the copy
         */
        public ClientGroup on(String other) {
            return new ClientGroup(name, count, load, queue, to, access, link, Optional.of(other));
        }
    }

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
}

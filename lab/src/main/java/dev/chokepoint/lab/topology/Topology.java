package dev.chokepoint.lab.topology;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.AccessLinks;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.World;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ServerSpec;
import java.util.List;

/**
 * Hosts, routers and links of a scenario.
 *
 * @param hosts the servers first, then the balancer, then the client groups in the scenario's order
 * @param routers between them
 * @param links what joins them
 * @param access what joins clients that have a link of their own
 * @param serversAt where each server listens, in the hosts' order
 * @param entrances where clients connect: the servers, or the balancer before them
 * @param drawing how to draw it
 */
public record Topology(
        List<HostSpec> hosts,
        List<String> routers,
        List<Link> links,
        List<AccessLinks> access,
        List<Address> serversAt,
        List<Address> entrances,
        Drawing drawing) {
    /** The name of the server host; several are counted together under it. */
    public static final String SERVER = ServerSpec.NAME;

    /**
     * Builds a scenario's model.
     *
     * @param scenario what the user wrote
     * @param addresses of the world to build it in
     * @return the topology
     */
    public static Topology of(Scenario scenario, AddressPlan addresses) {
        return switch (scenario.model()) {
            case CENTRAL, HYBRID, MESH, FEDERATED -> Central.of(scenario, addresses);
            case REPLICATED -> Replicated.of(scenario, addresses);
        };
    }

    /** Copies the lists. */
    public Topology {
        hosts = List.copyOf(hosts);
        routers = List.copyOf(routers);
        links = List.copyOf(links);
        access = List.copyOf(access);
        serversAt = List.copyOf(serversAt);
        entrances = List.copyOf(entrances);
    }

    /**
     * Adds all of it to a world.
     *
     * @param world an empty one
     */
    public void build(World world) {
        hosts.forEach(world::add);
        routers.forEach(world::addRouter);
        links.forEach(world::add);
        access.forEach(world::add);
    }
}

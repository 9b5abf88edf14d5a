package dev.chokepoint.lab.topology;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.AccessLinks;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.World;
import dev.chokepoint.lab.scenario.ModelParts.BackplaneSpec;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ServerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
            case CENTRAL -> Central.of(scenario, addresses);
            case HYBRID -> Hybrid.of(scenario, addresses);
            case MESH -> Mesh.of(scenario, addresses);
            case REPLICATED -> Replicated.of(scenario, addresses);
            case FEDERATED -> Federated.of(scenario, addresses);
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

    /** A copy with more hosts and links. */
    Topology with(List<HostSpec> moreHosts, List<Link> moreLinks) {
        List<HostSpec> allHosts = new ArrayList<>(hosts);
        allHosts.addAll(moreHosts);
        List<Link> allLinks = new ArrayList<>(links);
        allLinks.addAll(moreLinks);
        return new Topology(allHosts, routers, allLinks, access, serversAt, entrances, drawing);
    }

    /**
     * Where the backplane listens.
     *
     * @return with port 0 where the world picks one; empty where there is none
     */
    public Optional<Address> backplaneAt() {
        return hosts.stream()
                .filter(host -> host.name().equals(BackplaneSpec.NAME))
                .map(host -> host.addresses().getFirst())
                .findFirst();
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

package dev.chokepoint.lab.topology;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.World;
import java.util.List;

/**
 * Hosts and links of a scenario.
 *
 * @param hosts the server first, then the client groups in the scenario's order
 * @param links what joins them
 * @param serverAt where the server listens
 * @param drawing how to draw it
 */
public record Topology(List<HostSpec> hosts, List<Link> links, Address serverAt, Drawing drawing) {
    /** The name of the server host. */
    public static final String SERVER = "server";

    /** Copies the lists. */
    public Topology {
        hosts = List.copyOf(hosts);
        links = List.copyOf(links);
    }

    /**
     * Adds all hosts and links to a world.
     *
     * @param world an empty one
     */
    public void build(World world) {
        hosts.forEach(world::add);
        links.forEach(world::add);
    }
}

package dev.chokepoint.lab.topology;

import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.lab.scenario.Quantities;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.topology.Drawing.Edge;
import dev.chokepoint.lab.topology.Drawing.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The model {@code central}: one server; every message goes client, server, client. */
public final class Central {
    private Central() {}

    /**
     * One server host, one host for each client group, and a link between the server and each of them.
     *
     * @param scenario what the user wrote
     * @param addresses of the world to build it in
     * @return the topology
     */
    public static Topology of(Scenario scenario, AddressPlan addresses) {
        List<HostSpec> hosts = new ArrayList<>();
        hosts.add(new HostSpec(
                Topology.SERVER,
                addresses.of(0),
                scenario.server().cores(),
                scenario.server().lanes()));
        for (ClientGroup group : scenario.clients()) {
            hosts.add(new HostSpec(group.name(), addresses.of(hosts.size()), HostSpec.UNLIMITED, 1));
        }
        List<Link> links = scenario.clients().stream().map(Central::link).toList();
        return new Topology(hosts, links, addresses.server(), drawing(scenario));
    }

    /**
     * The link of one client group.
     *
     * @param group the group
     * @return its link to the server, the group's end first
     */
    public static Link link(ClientGroup group) {
        return new Link("link", group.name(), Topology.SERVER, group.up(), group.down());
    }

    private static Drawing drawing(Scenario scenario) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node(Topology.SERVER, serverLabel(scenario), true, serverResources(scenario)));
        List<Edge> edges = new ArrayList<>();
        for (ClientGroup group : scenario.clients()) {
            nodes.add(new Node(group.name(), group.count() + " clients", false, List.of(clientsResource(group))));
            Link link = link(group);
            edges.add(new Edge(
                    group.name(),
                    Topology.SERVER,
                    linkLabel(group),
                    link.directionName(true),
                    link.directionName(false)));
        }
        return new Drawing(nodes, edges);
    }

    private static List<String> serverResources(Scenario scenario) {
        return Stream.concat(
                        Stream.of(Topology.SERVER + " cpu"),
                        IntStream.range(0, scenario.server().lanes()).mapToObj(i -> Topology.SERVER + " lane " + i))
                .toList();
    }

    /**
     * The name under which a group's clients are counted as a resource.
     *
     * @param group the group
     * @return such as {@code clients in flight}
     */
    public static String clientsResource(ClientGroup group) {
        return group.name() + " in flight";
    }

    private static String serverLabel(Scenario scenario) {
        return plural(scenario.server().cores(), "core") + ", "
                + plural(scenario.server().lanes(), "lane");
    }

    private static String linkLabel(ClientGroup group) {
        String up = label(group.up());
        String down = label(group.down());
        return up.equals(down) ? up : "up " + up + "; down " + down;
    }

    private static String label(Link.Direction direction) {
        String latency = Quantities.time(direction.latencyNanos());
        return direction.bitsPerSecond() == Link.UNLIMITED
                ? latency
                : latency + ", " + Quantities.bandwidth(direction.bitsPerSecond());
    }

    private static String plural(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}

package dev.chokepoint.lab.topology;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.lab.scenario.Network.Wire;
import dev.chokepoint.lab.scenario.Route;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.ServerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The model {@code central}: one server, or several equal ones of which each connection has one; every message goes client,
 * server, client.
 */
public final class Central {
    private final Scenario scenario;
    private final AddressPlan addresses;
    private final ClientSide clients;

    private Central(Scenario scenario, AddressPlan addresses) {
        this.scenario = scenario;
        this.addresses = addresses;
        clients = new ClientSide(scenario, addresses);
    }

    /**
     * One host for each server and each client group, the network between them, and the groups' own links.
     *
     * @param scenario what the user wrote
     * @param addresses of the world to build it in
     * @return the topology
     */
    public static Topology of(Scenario scenario, AddressPlan addresses) {
        return new Central(scenario, addresses).topology();
    }

    private Topology topology() {
        List<Address> serversAt = IntStream.range(0, scenario.server().count())
                .mapToObj(addresses::server)
                .toList();
        List<HostSpec> hosts = clients.servers();
        hosts.addAll(clients.groups(hosts.size()));
        return new Topology(
                hosts,
                routers(),
                links(),
                clients.access(),
                serversAt,
                serversAt,
                new ScenarioDrawing(scenario).drawing());
    }

    private List<String> routers() {
        List<String> routers = clients.routers();
        if (hasPlaceBeforeServers()) {
            routers.add(ServerSpec.BEFORE_SEVERAL);
        }
        return routers;
    }

    private boolean hasPlaceBeforeServers() {
        return scenario.clients().stream()
                .anyMatch(group -> Route.reachesSeveral(scenario, group) && !Route.isDirect(group));
    }

    private List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (Link link : clients.links()) {
            hostsOf(link.b()).forEach(to -> links.add(new Link(link.name(), link.a(), to, link.ab(), link.ba())));
        }
        for (Wire wire : scenario.network().links()) {
            for (String from : hostsOf(wire.from())) {
                for (String to : hostsOf(wire.to())) {
                    links.add(Route.link(wire, from, to));
                }
            }
        }
        if (hasPlaceBeforeServers()) {
            scenario.server().names().forEach(name -> links.add(free(name)));
        }
        return links;
    }

    private List<String> hostsOf(String end) {
        return end.equals(ServerSpec.NAME) ? scenario.server().names() : List.of(end);
    }

    /** From the place before several servers to one of them, at no cost. */
    private static Link free(String server) {
        Link.Direction free = new Link.Direction(0, 0, Link.UNLIMITED, Integer.MAX_VALUE);
        return new Link("link", ServerSpec.BEFORE_SEVERAL, server, free, free);
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
}

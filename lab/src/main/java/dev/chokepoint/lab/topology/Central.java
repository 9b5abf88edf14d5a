package dev.chokepoint.lab.topology;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.AccessLinks;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.OffloadPool;
import dev.chokepoint.lab.scenario.Network.Wire;
import dev.chokepoint.lab.scenario.Route;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Scenario.ServerSpec;
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

    private Central(Scenario scenario, AddressPlan addresses) {
        this.scenario = scenario;
        this.addresses = addresses;
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
        return new Topology(hosts(), routers(), links(), access(), serversAt, new CentralDrawing(scenario).drawing());
    }

    private List<HostSpec> hosts() {
        List<HostSpec> hosts = new ArrayList<>();
        ServerSpec server = scenario.server();
        for (String name : server.names()) {
            hosts.add(new HostSpec(
                    name,
                    addresses.of(hosts.size(), 1),
                    server.cores(),
                    server.lanes(),
                    server.offload().orElse(OffloadPool.DEFAULT),
                    server.machine()));
        }
        int next = hosts.size();
        for (ClientGroup group : scenario.clients()) {
            int own = group.access().isPresent() ? group.count() : 1;
            hosts.add(new HostSpec(
                    group.name(),
                    addresses.of(next, own),
                    HostSpec.UNLIMITED,
                    1,
                    OffloadPool.DEFAULT,
                    group.machine()));
            next += own;
        }
        return hosts;
    }

    private List<String> routers() {
        List<String> routers = new ArrayList<>(scenario.network().routers());
        for (ClientGroup group : scenario.clients()) {
            if (group.access().isPresent() && group.link().isPresent()) {
                routers.add(Route.routerOf(group));
            }
        }
        if (hasPlaceBeforeServers()) {
            routers.add(ServerSpec.BEFORE_SEVERAL);
        }
        return routers;
    }

    private boolean hasPlaceBeforeServers() {
        return scenario.server().count() > 1
                && scenario.clients().stream().anyMatch(group -> group.to().equals(ServerSpec.NAME));
    }

    private List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (ClientGroup group : scenario.clients()) {
            Route.link(scenario, group).ifPresent(links::add);
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

    private List<AccessLinks> access() {
        return scenario.clients().stream()
                .flatMap(group -> Route.access(scenario, group).stream())
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
}

package dev.chokepoint.lab.topology;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.lab.scenario.Network.Wire;
import dev.chokepoint.lab.scenario.Route;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ServerSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups of clients around what stands in the middle.
 *
 * @param scenario what the user wrote
 * @param clients the groups
 * @param middle the hosts to which all ways lead; none where clients only meet
 */
record Star(Scenario scenario, ClientSide clients, List<HostSpec> middle) {
    /** One host for each client group, the network between them and the middle, and the groups' own links. */
    Topology topology(List<Address> serversAt, List<Address> entrances) {
        List<HostSpec> hosts = new ArrayList<>(middle);
        hosts.addAll(clients.groups(hosts.size()));
        return new Topology(
                hosts,
                routers(),
                links(),
                clients.access(),
                serversAt,
                entrances,
                new ScenarioDrawing(scenario).drawing());
    }

    private List<String> routers() {
        List<String> routers = clients.routers();
        if (hasPlace()) {
            routers.add(Route.place(scenario));
        }
        return routers;
    }

    private boolean hasPlace() {
        return scenario.clients().stream().anyMatch(group -> Route.leadsToPlace(scenario, group));
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
        if (hasPlace()) {
            names().forEach(name -> links.add(free(name)));
        }
        return links;
    }

    private List<String> names() {
        return middle.stream().map(HostSpec::name).toList();
    }

    private List<String> hostsOf(String end) {
        return end.equals(ServerSpec.NAME) ? names() : List.of(end);
    }

    /** From the place before the middle to one of its hosts, at no cost. */
    private Link free(String host) {
        Link.Direction free = new Link.Direction(0, 0, Link.UNLIMITED, Integer.MAX_VALUE);
        return new Link("link", Route.place(scenario), host, free, free);
    }
}

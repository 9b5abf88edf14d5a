package dev.chokepoint.lab.topology;

import dev.chokepoint.host.world.AccessLinks;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.OffloadPool;
import dev.chokepoint.lab.scenario.Route;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.ServerSpec;
import java.util.ArrayList;
import java.util.List;

/** What topologies have in common: equal servers, and groups of clients with their own links. */
record ClientSide(Scenario scenario, AddressPlan addresses) {
    /** The servers, with the first addresses. */
    List<HostSpec> servers() {
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
        return hosts;
    }

    /** The client groups, with addresses from a number on. */
    List<HostSpec> groups(int firstAddress) {
        List<HostSpec> hosts = new ArrayList<>();
        int next = firstAddress;
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

    /** The network's routers, and those between clients' own links and their shared one. */
    List<String> routers() {
        List<String> routers = new ArrayList<>(scenario.network().routers());
        for (ClientGroup group : scenario.clients()) {
            if (group.access().isPresent() && group.link().isPresent()) {
                routers.add(Route.routerOf(group));
            }
        }
        return routers;
    }

    /** The groups' shared links. */
    List<Link> links() {
        return scenario.clients().stream()
                .flatMap(group -> Route.link(scenario, group).stream())
                .toList();
    }

    /** The clients' own links. */
    List<AccessLinks> access() {
        return scenario.clients().stream()
                .flatMap(group -> Route.access(scenario, group).stream())
                .toList();
    }
}

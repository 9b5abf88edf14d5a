package dev.chokepoint.lab.topology;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.OffloadPool;
import dev.chokepoint.lab.scenario.BalancerSpec;
import dev.chokepoint.lab.scenario.ModelParts.BackplaneSpec;
import dev.chokepoint.lab.scenario.Network.Wire;
import dev.chokepoint.lab.scenario.Route;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.LinkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The model {@code replicated}: equal servers behind a load balancer; every message goes client, balancer, server, balancer,
 * client.
 */
final class Replicated {
    private final Scenario scenario;
    private final AddressPlan addresses;
    private final ClientSide clients;

    private Replicated(Scenario scenario, AddressPlan addresses) {
        this.scenario = scenario;
        this.addresses = addresses;
        clients = new ClientSide(scenario, addresses);
    }

    /** One host for each server, the balancer and each client group, a link from the balancer to each server, and the rest. */
    static Topology of(Scenario scenario, AddressPlan addresses) {
        return new Replicated(scenario, addresses).topology();
    }

    private Topology topology() {
        int count = scenario.server().count();
        List<Address> serversAt =
                IntStream.range(0, count).mapToObj(addresses::server).toList();
        return new Topology(
                hosts(),
                clients.routers(),
                links(),
                clients.access(),
                serversAt,
                List.of(addresses.server(count)),
                new ScenarioDrawing(scenario).drawing());
    }

    private List<HostSpec> hosts() {
        BalancerSpec balancer = scenario.balancer().orElseThrow();
        List<HostSpec> hosts = clients.servers();
        hosts.add(new HostSpec(
                BalancerSpec.NAME,
                addresses.of(hosts.size(), 1),
                balancer.cores(),
                balancer.lanes(),
                OffloadPool.DEFAULT,
                balancer.machine()));
        if (scenario.hasBackplane()) {
            hosts.add(backplane(hosts.size()));
        }
        hosts.addAll(clients.groups(hosts.size()));
        return hosts;
    }

    private HostSpec backplane(int number) {
        BackplaneSpec backplane = scenario.parts().backplane();
        return new HostSpec(
                BackplaneSpec.NAME,
                addresses.of(number, 1),
                backplane.cores(),
                1,
                OffloadPool.DEFAULT,
                backplane.machine());
    }

    private List<Link> links() {
        List<Link> links = new ArrayList<>(clients.links());
        for (Wire wire : scenario.network().links()) {
            links.add(Route.link(wire, wire.from(), wire.to()));
        }
        for (String server : scenario.server().names()) {
            links.add(Route.behind(scenario, server).orElseThrow());
            if (scenario.hasBackplane()) {
                LinkSpec link = scenario.parts().backplane().link();
                links.add(new Link("link", server, BackplaneSpec.NAME, link.up(), link.down()));
            }
        }
        return links;
    }
}

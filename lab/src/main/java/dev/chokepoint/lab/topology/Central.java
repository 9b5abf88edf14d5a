package dev.chokepoint.lab.topology;

import dev.chokepoint.host.Address;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The model {@code central}: one server, or several equal ones of which each connection has one; every message goes client,
 * server, client.
 */
public final class Central {
    private Central() {}

    /**
     * One host for each server and each client group, the network between them, and the groups' own links.
     *
     * @param scenario what the user wrote
     * @param addresses of the world to build it in
     * @return the topology
     */
    public static Topology of(Scenario scenario, AddressPlan addresses) {
        ClientSide clients = new ClientSide(scenario, addresses);
        List<Address> serversAt = serversAt(scenario, addresses);
        return new Star(scenario, clients, clients.servers()).topology(serversAt, serversAt);
    }

    /** Where each server listens. */
    static List<Address> serversAt(Scenario scenario, AddressPlan addresses) {
        return IntStream.range(0, scenario.server().count())
                .mapToObj(addresses::server)
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

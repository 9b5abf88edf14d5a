package dev.chokepoint.lab.models;

import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.topology.Topology;
import java.util.List;

/**
 * What somebody must run besides the clients.
 *
 * @param servers hosts that are no clients
 * @param cores theirs together
 */
public record Cost(int servers, int cores) {
    static Cost of(Scenario scenario, Topology topology) {
        List<HostSpec> hosts = servers(scenario, topology);
        return new Cost(hosts.size(), hosts.stream().mapToInt(HostSpec::cores).sum());
    }

    /** The hosts that are no clients. */
    static List<HostSpec> servers(Scenario scenario, Topology topology) {
        List<String> groups = scenario.clients().stream().map(ClientGroup::name).toList();
        return topology.hosts().stream()
                .filter(host -> !groups.contains(host.name()))
                .toList();
    }
}

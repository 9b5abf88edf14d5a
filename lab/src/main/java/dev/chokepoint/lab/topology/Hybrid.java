package dev.chokepoint.lab.topology;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.OffloadPool;
import dev.chokepoint.lab.scenario.ModelParts.DirectorySpec;
import dev.chokepoint.lab.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * The model {@code hybrid}. In a chat the server only introduces: what people say goes from client to client, over both's own
 * links. In ask there is a directory beside the servers, which tells clients where to ask.
 */
final class Hybrid {
    private Hybrid() {}

    static Topology of(Scenario scenario, AddressPlan addresses) {
        return scenario.hasDirectory() ? withDirectory(scenario, addresses) : Central.of(scenario, addresses);
    }

    private static Topology withDirectory(Scenario scenario, AddressPlan addresses) {
        ClientSide clients = new ClientSide(scenario, addresses);
        List<HostSpec> hosts = clients.servers();
        int number = hosts.size();
        DirectorySpec directory = scenario.parts().directory();
        hosts.add(new HostSpec(
                DirectorySpec.NAME,
                addresses.of(number, 1),
                directory.cores(),
                directory.cores(),
                OffloadPool.DEFAULT,
                Optional.empty()));
        List<Address> servers = Central.serversAt(scenario, addresses);
        return new Star(scenario, clients, hosts).topology(servers, List.of(addresses.server(number)));
    }
}

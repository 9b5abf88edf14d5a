package dev.chokepoint.lab.topology;

import dev.chokepoint.host.world.Link;
import dev.chokepoint.lab.scenario.ModelParts.FederationSpec;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ServerSpec;
import java.util.ArrayList;
import java.util.List;

/** The model {@code federated}: servers in a tree, each with clients of its own. */
final class Federated {
    private Federated() {}

    /** What several servers have anyway, and a link from each but the first to the one above it. */
    static Topology of(Scenario scenario, AddressPlan addresses) {
        FederationSpec federation = scenario.parts().federation();
        List<Link> tree = new ArrayList<>();
        for (int server = 2; server <= scenario.server().count(); server++) {
            tree.add(new Link(
                    "link",
                    ServerSpec.NAME + "-" + server,
                    ServerSpec.NAME + "-" + federation.above(server),
                    federation.link().up(),
                    federation.link().down()));
        }
        return Central.of(scenario, addresses).with(List.of(), tree);
    }
}

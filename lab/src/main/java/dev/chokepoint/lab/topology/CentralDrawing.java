package dev.chokepoint.lab.topology;

import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Link.Direction;
import dev.chokepoint.lab.scenario.Network.Wire;
import dev.chokepoint.lab.scenario.Quantities;
import dev.chokepoint.lab.scenario.Route;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Scenario.ServerSpec;
import dev.chokepoint.lab.topology.Drawing.Edge;
import dev.chokepoint.lab.topology.Drawing.Node;
import dev.chokepoint.lab.topology.Drawing.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How the model {@code central} is drawn: equal servers as one node, and the free links to them left out. */
record CentralDrawing(Scenario scenario) {
    Drawing drawing() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node(ServerSpec.NAME, serverLabel(), Role.SERVER, serverResources()));
        scenario.network().routers().forEach(name -> nodes.add(router(name)));
        List<Edge> edges = new ArrayList<>();
        for (ClientGroup group : scenario.clients()) {
            nodes.add(new Node(
                    group.name(),
                    plural(group.count(), "client"),
                    Role.CLIENTS,
                    List.of(Central.clientsResource(group))));
            Route.access(scenario, group)
                    .ifPresent(access -> edges.add(edge(
                            access.fleet(),
                            access.to(),
                            "own: " + label(access.up(), access.down()),
                            access.directionName(true),
                            access.directionName(false))));
            Route.link(scenario, group).ifPresent(link -> edges.add(edge(link)));
            if (group.access().isPresent() && group.link().isPresent()) {
                nodes.add(router(Route.routerOf(group)));
            }
        }
        for (Wire wire : scenario.network().links()) {
            edges.add(edge(Route.link(wire, wire.from(), wire.to())));
        }
        return new Drawing(nodes, edges);
    }

    private static Node router(String name) {
        return new Node(name, "", Role.ROUTER, List.of());
    }

    private static Edge edge(Link link) {
        return edge(
                link.a(), link.b(), label(link.ab(), link.ba()), link.directionName(true), link.directionName(false));
    }

    /** The place before several servers is drawn as the servers. */
    private static Edge edge(String from, String to, String label, String forward, String backward) {
        String end = to.equals(ServerSpec.BEFORE_SEVERAL) ? ServerSpec.NAME : to;
        return new Edge(from, end, label, forward, backward);
    }

    private List<String> serverResources() {
        return Stream.concat(
                        Stream.of(ServerSpec.NAME + " cpu"),
                        IntStream.range(0, scenario.server().lanes()).mapToObj(i -> ServerSpec.NAME + " lane " + i))
                .toList();
    }

    private String serverLabel() {
        ServerSpec server = scenario.server();
        String several = server.count() == 1 ? "" : server.count() + " servers, each ";
        return several + plural(server.cores(), "core") + ", " + plural(server.lanes(), "lane");
    }

    private static String label(Direction up, Direction down) {
        String there = label(up);
        String back = label(down);
        return there.equals(back) ? there : "up " + there + "; down " + back;
    }

    private static String label(Direction direction) {
        List<String> parts = new ArrayList<>(List.of(Quantities.time(direction.latencyNanos())));
        if (direction.bitsPerSecond() != Link.UNLIMITED) {
            parts.add(Quantities.bandwidth(direction.bitsPerSecond()));
        }
        double loss = direction.packets().impairment().loss();
        if (loss > 0) {
            parts.add(Quantities.percent(loss) + " loss");
        }
        return String.join(", ", parts);
    }

    private static String plural(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}

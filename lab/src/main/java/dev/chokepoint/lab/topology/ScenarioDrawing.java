package dev.chokepoint.lab.topology;

import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Link.Direction;
import dev.chokepoint.lab.scenario.BalancerSpec;
import dev.chokepoint.lab.scenario.Model;
import dev.chokepoint.lab.scenario.ModelParts.BackplaneSpec;
import dev.chokepoint.lab.scenario.ModelParts.DirectorySpec;
import dev.chokepoint.lab.scenario.Network.Wire;
import dev.chokepoint.lab.scenario.Quantities;
import dev.chokepoint.lab.scenario.Route;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Scenario.LinkSpec;
import dev.chokepoint.lab.scenario.ServerSpec;
import dev.chokepoint.lab.topology.Drawing.Edge;
import dev.chokepoint.lab.topology.Drawing.Node;
import dev.chokepoint.lab.topology.Drawing.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a scenario is drawn: equal servers as one node, and the free links to them left out. */
record ScenarioDrawing(Scenario scenario) {
    Drawing drawing() {
        List<Node> nodes = new ArrayList<>();
        if (scenario.model() != Model.MESH) {
            nodes.add(new Node(
                    ServerSpec.NAME,
                    serverLabel(),
                    Role.SERVER,
                    resources(ServerSpec.NAME, scenario.server().lanes())));
        }
        if (scenario.hasDirectory()) {
            nodes.add(directory(scenario.parts().directory()));
        }
        scenario.balancer().ifPresent(balancer -> nodes.add(balancer(balancer)));
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
        Route.behind(scenario, ServerSpec.NAME).ifPresent(link -> edges.add(edge(link)));
        if (scenario.hasBackplane()) {
            BackplaneSpec backplane = scenario.parts().backplane();
            nodes.add(new Node(
                    BackplaneSpec.NAME, sized(backplane.cores(), 1), Role.SERVER, resources(BackplaneSpec.NAME, 1)));
            LinkSpec link = backplane.link();
            edges.add(edge(new Link("link", ServerSpec.NAME, BackplaneSpec.NAME, link.up(), link.down())));
        }
        if (scenario.hasPeers()) {
            addMeeting(nodes, edges);
        }
        return new Drawing(nodes, edges);
    }

    private static Node balancer(BalancerSpec balancer) {
        String name = BalancerSpec.NAME;
        return new Node(
                name, sized(balancer.cores(), balancer.lanes()), Role.BALANCER, resources(name, balancer.lanes()));
    }

    private static Node directory(DirectorySpec directory) {
        String name = DirectorySpec.NAME;
        return new Node(name, plural(directory.cores(), "core"), Role.SERVER, resources(name, directory.cores()));
    }

    /** Where clients' own links meet, and what leads from there to the server that introduces them. */
    private void addMeeting(List<Node> nodes, List<Edge> edges) {
        String place = Route.place(scenario);
        if (scenario.clients().stream().anyMatch(group -> Route.leadsToPlace(scenario, group))) {
            nodes.add(router(place));
            if (scenario.model() != Model.MESH) {
                String there = "link " + place + "->" + ServerSpec.NAME;
                String back = "link " + ServerSpec.NAME + "->" + place;
                edges.add(edge(place, ServerSpec.NAME, "introductions", there, back));
            }
        }
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

    private static List<String> resources(String host, int lanes) {
        return Stream.concat(Stream.of(host + " cpu"), IntStream.range(0, lanes).mapToObj(i -> host + " lane " + i))
                .toList();
    }

    private String serverLabel() {
        ServerSpec server = scenario.server();
        String several = server.count() == 1 ? "" : server.count() + " servers, each ";
        return several + sized(server.cores(), server.lanes());
    }

    private static String sized(int cores, int lanes) {
        return plural(cores, "core") + ", " + plural(lanes, "lane");
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

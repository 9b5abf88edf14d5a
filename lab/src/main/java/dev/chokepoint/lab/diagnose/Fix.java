package dev.chokepoint.lab.diagnose;

import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Packets;
import dev.chokepoint.lab.scenario.BalancerSpec;
import dev.chokepoint.lab.scenario.MachineSpec;
import dev.chokepoint.lab.scenario.ModelParts;
import dev.chokepoint.lab.scenario.ModelParts.BackplaneSpec;
import dev.chokepoint.lab.scenario.Network;
import dev.chokepoint.lab.scenario.Network.Wire;
import dev.chokepoint.lab.scenario.Route;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.App;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Scenario.Costs;
import dev.chokepoint.lab.scenario.Scenario.LinkSpec;
import dev.chokepoint.lab.scenario.ServerSpec;
import dev.chokepoint.lab.topology.Central;
import dev.chokepoint.lab.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A scenario in which one resource is no longer the chokepoint: it has ten times as much of it.
 *
 * @param scenario the changed scenario
 * @param text what was changed, such as {@code server cpu: 1 -> 10 cores}
 * @param fixed the resources that grew
 */
public record Fix(Scenario scenario, String text, List<String> fixed) {
    private static final int TIMES = 10;

    /** Equal servers are counted together, and so are the links among them, whichever way they lead. */
    private static final String BETWEEN_SERVERS = "link " + ServerSpec.NAME + "->" + ServerSpec.NAME;

    private static final List<String> SERVING = List.of(ServerSpec.NAME, BalancerSpec.NAME, BackplaneSpec.NAME);

    /** Copies the list. */
    public Fix {
        fixed = List.copyOf(fixed);
    }

    /**
     * The fix for a resource.
     *
     * @param scenario as it was
     * @param resource a resource's name
     * @return empty for a resource that no scenario key decides
     */
    public static Optional<Fix> of(Scenario scenario, String resource) {
        if (scenario.app() instanceof App.Chat && isServers(resource)) {
            return Optional.of(quicker(scenario, resource));
        }
        if (resource.startsWith(Topology.SERVER + " cpu") || resource.startsWith(Topology.SERVER + " lane")) {
            return Optional.of(server(scenario, resource));
        }
        if (resource.startsWith(BalancerSpec.NAME + " cpu") || resource.startsWith(BalancerSpec.NAME + " lane")) {
            return scenario.balancer().map(balancer -> balancer(scenario, balancer, resource));
        }
        for (MachineSpec machine : scenario.machines()) {
            if (resource.equals(machine.resource())) {
                return Optional.of(machine(scenario, machine));
            }
        }
        if (resource.endsWith(" window")) {
            return Optional.of(window(scenario, resource));
        }
        for (ClientGroup group : scenario.clients()) {
            if (resource.equals(Central.clientsResource(group))) {
                Scenario more = with(scenario, group, group.withCount(TIMES * group.count()));
                return Optional.of(tenfold(more, resource, "clients"));
            }
        }
        return widened(scenario, resource).map(wider -> tenfold(wider, resource, "bandwidth"));
    }

    private static boolean isServers(String resource) {
        return SERVING.stream()
                .anyMatch(host -> resource.startsWith(host + " cpu") || resource.startsWith(host + " lane"));
    }

    /** A chat server's state is on one lane, so more of them don't help; quicker ones do. */
    private static Fix quicker(Scenario scenario, String resource) {
        Costs old = scenario.costs();
        Costs tenth = new Costs(
                old.turnNanos() / TIMES,
                old.acceptNanos() / TIMES,
                old.readNanos() / TIMES,
                old.writeNanos() / TIMES,
                old.bytePicos() / TIMES);
        List<String> fixed = SERVING.stream()
                .flatMap(host -> Stream.of(host + " cpu", host + " lane"))
                .toList();
        return new Fix(scenario.withCosts(tenth), resource + ": every host's work 10 times as quick", fixed);
    }

    private static Fix tenfold(Scenario changed, String resource, String what) {
        return new Fix(changed, resource + ": 10 times the " + what, List.of(resource));
    }

    private static Scenario with(Scenario scenario, ClientGroup old, ClientGroup changed) {
        return scenario.withClients(scenario.clients().stream()
                .map(group -> group.equals(old) ? changed : group)
                .toList());
    }

    /** The scenario with one direction of one link faster; empty when no link is called that. */
    private static Optional<Scenario> widened(Scenario scenario, String resource) {
        List<ClientGroup> groups = scenario.clients().stream()
                .map(group -> group.withLinks(
                        Route.access(scenario, group)
                                .map(links -> faster(
                                        links.up(),
                                        links.down(),
                                        resource.equals(links.directionName(true)),
                                        resource.equals(links.directionName(false)))),
                        Route.link(scenario, group).map(link -> faster(link, resource))))
                .toList();
        List<Wire> wires = scenario.network().links().stream()
                .map(wire ->
                        new Wire(wire.from(), wire.to(), faster(Route.link(wire, wire.from(), wire.to()), resource)))
                .toList();
        Scenario wider = withBehind(scenario, resource)
                .withClients(groups)
                .withNetwork(new Network(scenario.network().routers(), wires));
        return wider.equals(scenario) ? Optional.empty() : Optional.of(wider);
    }

    private static Scenario withBehind(Scenario scenario, String resource) {
        Scenario joined = scenario.app() instanceof App.Chat ? withJoins(scenario, resource) : scenario;
        return Route.behind(scenario, ServerSpec.NAME)
                .map(link ->
                        joined.withBalancer(scenario.balancer().orElseThrow().withLink(faster(link, resource))))
                .orElse(joined);
    }

    /** Faster links between servers, whose two directions count as one, or between servers and the backplane. */
    private static Scenario withJoins(Scenario scenario, String resource) {
        ModelParts parts = scenario.parts();
        LinkSpec tree = parts.federation().link();
        LinkSpec plane = parts.backplane().link();
        boolean inTree = resource.equals(BETWEEN_SERVERS);
        Link toPlane = new Link("link", ServerSpec.NAME, BackplaneSpec.NAME, plane.up(), plane.down());
        return scenario.withParts(
                parts.withFederation(parts.federation().withLink(faster(tree.up(), tree.down(), inTree, inTree)))
                        .withBackplane(parts.backplane().withLink(faster(toPlane, resource))));
    }

    private static LinkSpec faster(Link link, String resource) {
        return faster(
                link.ab(),
                link.ba(),
                resource.equals(link.directionName(true)),
                resource.equals(link.directionName(false)));
    }

    private static LinkSpec faster(Link.Direction up, Link.Direction down, boolean upToo, boolean downToo) {
        return new LinkSpec(upToo ? faster(up) : up, downToo ? faster(down) : down);
    }

    private static Fix server(Scenario scenario, String resource) {
        ServerSpec old = scenario.server();
        ServerSpec more = old.withCores(TIMES * old.cores(), TIMES * old.lanes());
        return grown(scenario.withServer(more), resource, old.cores(), old.lanes(), ServerSpec.NAME);
    }

    private static Fix balancer(Scenario scenario, BalancerSpec old, String resource) {
        BalancerSpec more = old.withCores(TIMES * old.cores(), TIMES * old.lanes());
        return grown(scenario.withBalancer(more), resource, old.cores(), old.lanes(), BalancerSpec.NAME);
    }

    private static Fix grown(Scenario changed, String resource, int cores, int lanes, String host) {
        String text = resource + ": " + cores + " -> " + TIMES * cores + " cores, " + lanes + " -> " + TIMES * lanes
                + " lanes";
        return new Fix(changed, text, List.of(host + " cpu", host + " lane"));
    }

    private static Fix machine(Scenario scenario, MachineSpec old) {
        MachineSpec more = new MachineSpec(old.name(), TIMES * old.cores());
        Scenario changed = scenario.withMachines(scenario.machines().stream()
                .map(machine -> machine.equals(old) ? more : machine)
                .toList());
        String text = old.resource() + ": " + old.cores() + " -> " + more.cores() + " cores";
        return new Fix(changed, text, List.of(old.resource()));
    }

    private static Fix window(Scenario scenario, String resource) {
        Scenario changed = scenario.withStream(
                scenario.stream().withWindow(TIMES * scenario.stream().windowBytes()));
        return new Fix(changed, resource + ": 10 times the bytes", List.of("window"));
    }

    private static Link.Direction faster(Link.Direction direction) {
        Packets packets = direction.packets();
        return new Link.Direction(
                direction.latencyNanos(),
                direction.jitterNanos(),
                direction.bitsPerSecond() > Link.UNLIMITED / TIMES ? Link.UNLIMITED : TIMES * direction.bitsPerSecond(),
                TIMES * direction.queueBytes(),
                packets.queue((int) Math.min(Integer.MAX_VALUE, (long) TIMES * packets.queuePackets())));
    }

    /**
     * Whether a resource grew.
     *
     * @param resource its name
     * @return true when it is among the fixed ones
     */
    public boolean covers(String resource) {
        return fixed.stream().anyMatch(name -> resource.startsWith(name) || resource.endsWith(name));
    }

    /**
     * The fixed scenario with its open-loop rates multiplied, to see its capacity.
     *
     * @param factor above 0
     * @return the changed scenario; closed loops stay
     */
    public Scenario loaded(double factor) {
        List<ClientGroup> clients = scenario.clients().stream()
                .map(group -> group.withLoad(group.load().times(factor)))
                .toList();
        return scenario.withClients(clients);
    }
}

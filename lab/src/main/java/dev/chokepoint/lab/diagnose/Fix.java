package dev.chokepoint.lab.diagnose;

import dev.chokepoint.host.world.Link;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Scenario.ServerSpec;
import dev.chokepoint.lab.topology.Central;
import dev.chokepoint.lab.topology.Topology;
import dev.chokepoint.programs.load.Workload;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A scenario in which one resource is no longer the chokepoint: it has ten times as much of it.
 *
 * @param scenario the changed scenario
 * @param text what was changed, such as {@code server cpu: 1 -> 10 cores}
 * @param fixed the resources that grew
 */
public record Fix(Scenario scenario, String text, List<String> fixed) {
    private static final int TIMES = 10;

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
        if (resource.startsWith(Topology.SERVER + " cpu") || resource.startsWith(Topology.SERVER + " lane")) {
            return Optional.of(server(scenario, resource));
        }
        for (ClientGroup group : scenario.clients()) {
            Optional<Fix> fix = group(scenario, group, resource);
            if (fix.isPresent()) {
                return fix;
            }
        }
        return Optional.empty();
    }

    private static Fix server(Scenario scenario, String resource) {
        ServerSpec old = scenario.server();
        ServerSpec more = new ServerSpec(TIMES * old.cores(), TIMES * old.lanes());
        String text = resource + ": " + old.cores() + " -> " + more.cores() + " cores, " + old.lanes() + " -> "
                + more.lanes() + " lanes";
        return new Fix(scenario.withServer(more), text, List.of("server cpu", "server lane"));
    }

    private static Optional<Fix> group(Scenario scenario, ClientGroup group, String resource) {
        Link link = Central.link(group);
        if (resource.equals(Central.clientsResource(group))) {
            UnaryOperator<ClientGroup> more =
                    g -> new ClientGroup(g.name(), TIMES * g.count(), g.load(), g.queue(), g.up(), g.down());
            return Optional.of(fix(scenario, group, more, resource, "clients"));
        }
        if (resource.equals(link.directionName(true))) {
            UnaryOperator<ClientGroup> more =
                    g -> new ClientGroup(g.name(), g.count(), g.load(), g.queue(), faster(g.up()), g.down());
            return Optional.of(fix(scenario, group, more, resource, "bandwidth"));
        }
        if (resource.equals(link.directionName(false))) {
            UnaryOperator<ClientGroup> more =
                    g -> new ClientGroup(g.name(), g.count(), g.load(), g.queue(), g.up(), faster(g.down()));
            return Optional.of(fix(scenario, group, more, resource, "bandwidth"));
        }
        return resource.endsWith(" window") && resource.contains(group.name())
                ? Optional.of(window(scenario, resource))
                : Optional.empty();
    }

    private static Fix window(Scenario scenario, String resource) {
        Scenario changed = scenario.withStream(
                scenario.stream().withWindow(TIMES * scenario.stream().windowBytes()));
        return new Fix(changed, resource + ": 10 times the bytes", List.of("window"));
    }

    private static Fix fix(
            Scenario scenario, ClientGroup group, UnaryOperator<ClientGroup> more, String resource, String what) {
        List<ClientGroup> clients = scenario.clients().stream()
                .map(g -> g.equals(group) ? more.apply(g) : g)
                .toList();
        return new Fix(scenario.withClients(clients), resource + ": 10 times the " + what, List.of(resource));
    }

    private static Link.Direction faster(Link.Direction direction) {
        return new Link.Direction(
                direction.latencyNanos(),
                direction.jitterNanos(),
                TIMES * direction.bitsPerSecond(),
                TIMES * direction.queueBytes(),
                direction.packets());
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
                .map(g -> new ClientGroup(g.name(), g.count(), times(g.load(), factor), g.queue(), g.up(), g.down()))
                .toList();
        return scenario.withClients(clients);
    }

    private static Workload times(Workload load, double factor) {
        return switch (load) {
            case Workload.Poisson poisson -> new Workload.Poisson(poisson.perSecond() * factor);
            case Workload.Constant constant -> new Workload.Constant(constant.perSecond() * factor);
            case Workload.Steps steps ->
                new Workload.Steps(steps.steps().stream()
                        .map(s -> new Workload.Step(s.perSecond() * factor, s.lastsNanos()))
                        .toList());
            case Workload.Closed closed -> closed;
        };
    }
}

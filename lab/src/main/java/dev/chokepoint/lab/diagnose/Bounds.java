package dev.chokepoint.lab.diagnose;

import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Packets;
import dev.chokepoint.lab.diagnose.Diagnosis.AnalyticBound;
import dev.chokepoint.lab.scenario.BalancerSpec;
import dev.chokepoint.lab.scenario.Route;
import dev.chokepoint.lab.scenario.Route.Leg;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.App.Ask;
import dev.chokepoint.lab.scenario.Scenario.App.Chat;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Scenario.Costs;
import dev.chokepoint.lab.scenario.ServerSpec;
import dev.chokepoint.lab.scenario.Transport;
import dev.chokepoint.lab.topology.Central;
import dev.chokepoint.programs.load.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What theory says of a scenario without running it: the bottleneck law (Denning and Buzen 1978), by which no system
 * carries more than the smallest capacity / demand of its resources, and for clients with one request each the asymptotic
 * bound clients / (response time without waiting + think time).
 */
public final class Bounds {
    private static final double NANOS = 1e9;

    /** Segments of the {@code ideal} transport; a window's credit comes back one segment at a time. */
    private static final int SEGMENT_BYTES = 1448;

    private final Scenario scenario;
    private final Ask ask;
    private final OnWire wire;

    private Bounds(Scenario scenario, Ask ask) {
        this.scenario = scenario;
        this.ask = ask;
        wire = OnWire.of(scenario);
    }

    /**
     * The bounds of each resource, smallest capacity first.
     *
     * @param scenario what the user wrote
     * @return one entry a resource that a message uses
     */
    public static List<AnalyticBound> of(Scenario scenario) {
        return switch (scenario.app()) {
            case Ask ask -> new Bounds(scenario, ask).all();
            case Chat chat -> new ChatBounds(scenario, chat).all();
        };
    }

    /**
     * The load that a scenario offers, or for closed loops at most offers.
     *
     * @param scenario what the user wrote
     * @return messages per second, each counted as often as it has receivers
     */
    public static double offeredPerSecond(Scenario scenario) {
        return switch (scenario.app()) {
            case Ask ask -> {
                Bounds bounds = new Bounds(scenario, ask);
                yield scenario.clients().stream().mapToDouble(bounds::weight).sum();
            }
            case Chat chat -> new ChatBounds(scenario, chat).offeredPerSecond();
        };
    }

    /**
     * How many receivers a message has on average: a chat's loads count messages, and its figures deliveries.
     *
     * @param scenario the scenario
     * @return at least 1
     */
    public static double receivers(Scenario scenario) {
        return switch (scenario.app()) {
            case Ask _ -> 1;
            case Chat chat -> new ChatBounds(scenario, chat).receivers();
        };
    }

    private List<AnalyticBound> all() {
        List<AnalyticBound> bounds = new ArrayList<>();
        addCpu(bounds);
        Map<String, LinkDemand> links = new LinkedHashMap<>();
        for (ClientGroup group : scenario.clients()) {
            addLinks(links, group, share(group));
            addGroup(bounds, group, share(group));
        }
        addWindowsBehind(bounds);
        links.forEach((name, demand) -> bounds.add(demand.bound(name)));
        bounds.removeIf(bound -> !Double.isFinite(bound.capacityPerSecond()));
        bounds.sort(Comparator.comparingDouble(AnalyticBound::capacityPerSecond));
        return bounds;
    }

    private void addCpu(List<AnalyticBound> bounds) {
        ServerSpec server = scenario.server();
        addCpu(bounds, ServerSpec.NAME, server.count(), server.cores(), server.lanes(), serverNanos());
        scenario.balancer()
                .ifPresent(it -> addCpu(bounds, BalancerSpec.NAME, 1, it.cores(), it.lanes(), balancerNanos()));
    }

    private static void addCpu(
            List<AnalyticBound> bounds, String host, int count, int cores, int lanes, double demand) {
        bounds.add(new AnalyticBound(host + " cpu", demand, count * cores * NANOS / demand, "cores / CPU time"));
        for (int lane = 0; lane < lanes; lane++) {
            double each = demand / lanes;
            bounds.add(new AnalyticBound(
                    host + " lane " + lane, each, count * NANOS / each, "lanes / CPU time, lanes equally loaded"));
        }
    }

    /** What all groups together want of a link, or of several equal ones. */
    private record LinkDemand(double nanos, int copies) {
        private LinkDemand plus(LinkDemand other) {
            return new LinkDemand(nanos + other.nanos, copies);
        }

        private AnalyticBound bound(String name) {
            return new AnalyticBound(name, nanos, copies * NANOS / nanos, "bandwidth / message size");
        }
    }

    private void addLinks(Map<String, LinkDemand> links, ClientGroup group, double share) {
        Route route = Route.of(scenario, group);
        addLegs(links, route.up(), ask.requestBytes(), ask.responseBytes(), share);
        addLegs(links, route.down(), ask.responseBytes(), ask.requestBytes(), share);
    }

    private void addLegs(Map<String, LinkDemand> links, List<Leg> legs, long bytes, long acknowledged, double share) {
        for (Leg leg : legs) {
            Packets packets = leg.direction().packets();
            double onWire = wire.bytes(bytes, packets) + wire.acknowledgementBytes(acknowledged, packets);
            double nanos = transmitNanos(leg.direction(), onWire) * share;
            links.merge(leg.resource(), new LinkDemand(nanos, leg.copies()), LinkDemand::plus);
        }
    }

    private void addGroup(List<AnalyticBound> bounds, ClientGroup group, double share) {
        if (!(scenario.transport() instanceof Transport.Udp)) {
            String entrance = scenario.model().entrance();
            double nanos = windowNanos(Route.front(scenario, group)) * share;
            addWindow(bounds, group.name() + "->" + entrance, ask.requestBytes(), group.count(), nanos);
            addWindow(bounds, entrance + "->" + group.name(), ask.responseBytes(), group.count(), nanos);
        }
        double holding = unloadedNanos(group) * share;
        bounds.add(new AnalyticBound(
                Central.clientsResource(group),
                holding,
                group.count() * NANOS / holding,
                "clients / (round trip + think time)"));
    }

    /** The windows between the balancer and the servers: each client has a connection there, too. */
    private void addWindowsBehind(List<AnalyticBound> bounds) {
        int clients = scenario.clients().stream().mapToInt(ClientGroup::count).sum();
        Route.behind(scenario).ifPresent(route -> {
            double nanos = windowNanos(route);
            addWindow(bounds, BalancerSpec.NAME + "->" + ServerSpec.NAME, ask.requestBytes(), clients, nanos);
            addWindow(bounds, ServerSpec.NAME + "->" + BalancerSpec.NAME, ask.responseBytes(), clients, nanos);
        });
    }

    private void addWindow(List<AnalyticBound> bounds, String from, long bytes, int connections, double nanos) {
        double demand = bytes * nanos;
        double capacity = (double) connections * scenario.stream().windowBytes();
        bounds.add(new AnalyticBound(
                from + " window", demand, capacity * NANOS / demand, "connections x window / round trip"));
    }

    /** How long a byte occupies the window of a connection when nothing waits: there and back. */
    private static double windowNanos(Route route) {
        return wayNanos(route) + slowestNanos(route.down(), SEGMENT_BYTES);
    }

    private double unloadedNanos(ClientGroup group) {
        Route route = Route.of(scenario, group);
        double way = wayNanos(route)
                + slowestNanos(route.up(), ask.requestBytes())
                + slowestNanos(route.down(), ask.responseBytes());
        return way + serverNanos() + balancerNanos() + thinkNanos(group);
    }

    private static double wayNanos(Route route) {
        return route.latencyNanos() + route.jitterNanos() / 2.0;
    }

    /** A message's pieces follow one another, so its slowest link takes all of it and each other one a piece longer. */
    private static double slowestNanos(List<Leg> legs, long bytes) {
        double whole = 0;
        double pieces = 0;
        double slowestPiece = 0;
        for (Leg leg : legs) {
            double piece = transmitNanos(leg.direction(), (double) Math.min(bytes, SEGMENT_BYTES));
            whole = Math.max(whole, transmitNanos(leg.direction(), (double) bytes));
            slowestPiece = Math.max(slowestPiece, piece);
            pieces += piece;
        }
        return whole + pieces - slowestPiece;
    }

    /**
     * How long a client of a closed loop thinks between an answer and its next request.
     *
     * @param group whose clients
     * @return the mean, nanoseconds; 0 for an open loop
     */
    static double thinkNanos(ClientGroup group) {
        return group.load() instanceof Workload.Closed closed ? closed.think().meanNanos() : 0;
    }

    private double serverNanos() {
        Costs costs = scenario.costs();
        double bytes = ask.requestBytes() + ask.responseBytes();
        return ask.work().meanNanos()
                + costs.turnNanos()
                + costs.readNanos()
                + costs.writeNanos()
                + bytes * costs.bytePicos() / 1000.0;
    }

    /** Each way a turn that reads and writes every byte. */
    private double balancerNanos() {
        Costs costs = scenario.costs();
        double bytes = 2.0 * (ask.requestBytes() + ask.responseBytes());
        return scenario.balancer().isEmpty()
                ? 0
                : 2.0 * (costs.turnNanos() + costs.readNanos() + costs.writeNanos())
                        + bytes * costs.bytePicos() / 1000.0;
    }

    private static double transmitNanos(Link.Direction direction, double bytes) {
        return direction.bitsPerSecond() == Link.UNLIMITED ? 0 : bytes * 8 * NANOS / direction.bitsPerSecond();
    }

    /** The part of all messages that a group asks for: its rate's, or for closed loops its clients'. */
    private double share(ClientGroup group) {
        double all = scenario.clients().stream().mapToDouble(this::weight).sum();
        return weight(group) / all;
    }

    private double weight(ClientGroup group) {
        return switch (group.load()) {
            case Workload.Poisson poisson -> poisson.perSecond();
            case Workload.Constant constant -> constant.perSecond();
            case Workload.Steps steps -> steps.steps().getLast().perSecond();
            case Workload.Closed closed -> group.count() * NANOS / unloadedNanos(group);
        };
    }
}

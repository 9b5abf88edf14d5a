package dev.chokepoint.lab.scenario;

import dev.chokepoint.host.world.AccessLinks;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Link.Direction;
import dev.chokepoint.lab.scenario.Network.Hop;
import dev.chokepoint.lab.scenario.Network.Wire;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The links that a group's requests pass on their way to the server, and its answers on theirs back.
 *
 * @param up from the clients to the server
 * @param down from the server to the clients
 */
public record Route(List<Leg> up, List<Leg> down) {
    /** Where clients' own links meet. */
    static final String MEETING = "internet";

    /** Copies the lists. */
    public Route {
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    /**
     * One direction of a link, or of several equal ones that each carry their part.
     *
     * @param resource its name as a resource
     * @param direction what it is like
     * @param copies how many of it there are
     */
    public record Leg(String resource, Direction direction, int copies) {}

    /**
     * The route of a group.
     *
     * @param scenario in which a way leads from the group to the server
     * @param group one of its groups
     * @return its links
     */
    public static Route of(Scenario scenario, ClientGroup group) {
        Route front = front(scenario, group);
        return behind(scenario).map(front::then).orElse(front);
    }

    /**
     * The part of a group's route that leads to the {@linkplain Model#entrance entrance}.
     *
     * @param scenario in which a way leads from the group there
     * @param group one of its groups
     * @return its links
     */
    public static Route front(Scenario scenario, ClientGroup group) {
        List<Leg> up = new ArrayList<>();
        List<Leg> down = new ArrayList<>();
        access(scenario, group).ifPresent(links -> {
            up.add(new Leg(links.directionName(true), links.up(), group.count()));
            down.add(new Leg(links.directionName(false), links.down(), group.count()));
        });
        link(scenario, group).ifPresent(link -> {
            up.add(new Leg(link.directionName(true), link.ab(), 1));
            down.add(new Leg(link.directionName(false), link.ba(), 1));
        });
        Network network = scenario.network();
        String entrance = scenario.model().entrance();
        legs(scenario, network.way(group.to(), entrance).orElseThrow(), up);
        List<Leg> back = new ArrayList<>();
        legs(scenario, network.way(entrance, group.to()).orElseThrow(), back);
        back.addAll(down.reversed());
        return new Route(up, back);
    }

    /**
     * The part of every route that leads from the balancer to the servers.
     *
     * @param scenario with or without a balancer
     * @return empty without one
     */
    public static Optional<Route> behind(Scenario scenario) {
        int copies = scenario.server().count();
        return behind(scenario, ServerSpec.NAME)
                .map(link -> new Route(
                        List.of(new Leg(link.directionName(true), link.ab(), copies)),
                        List.of(new Leg(link.directionName(false), link.ba(), copies))));
    }

    private Route then(Route farther) {
        return new Route(joined(up, farther.up), joined(farther.down, down));
    }

    private static List<Leg> joined(List<Leg> first, List<Leg> last) {
        return Stream.concat(first.stream(), last.stream()).toList();
    }

    private static void legs(Scenario scenario, List<Hop> hops, List<Leg> into) {
        for (Hop hop : hops) {
            Wire wire = hop.wire();
            boolean atServer = wire.from().equals(ServerSpec.NAME) || wire.to().equals(ServerSpec.NAME);
            String name = link(wire, wire.from(), wire.to()).directionName(hop.forward());
            into.add(new Leg(name, hop.direction(), atServer ? scenario.server().count() : 1));
        }
    }

    /**
     * A wire of the network between two hosts or routers.
     *
     * @param wire which
     * @param a the one that its {@code from} names
     * @param b the one that its {@code to} names
     * @return the link
     */
    public static Link link(Wire wire, String a, String b) {
        return new Link("link", a, b, wire.spec().up(), wire.spec().down());
    }

    /**
     * The link from the balancer to a server.
     *
     * @param scenario with or without a balancer
     * @param server the server's name
     * @return empty without one
     */
    public static Optional<Link> behind(Scenario scenario, String server) {
        return scenario.balancer()
                .map(BalancerSpec::link)
                .map(spec -> new Link("link", BalancerSpec.NAME, server, spec.up(), spec.down()));
    }

    /**
     * The link that a group's clients share.
     *
     * @param scenario the group's
     * @param group the group
     * @return the group's end first; empty when clients only have their own, or share one that leads to nobody
     */
    public static Optional<Link> link(Scenario scenario, ClientGroup group) {
        if (scenario.model() == Model.MESH && group.access().isEmpty()) {
            return Optional.empty();
        }
        String near = group.access().isPresent() ? routerOf(group) : group.name();
        return group.link().map(spec -> new Link("link", near, joint(scenario, group), spec.up(), spec.down()));
    }

    /**
     * The links that a group's clients have of their own.
     *
     * @param scenario the group's
     * @param group the group
     * @return from the clients to their shared link, or to what that would lead to
     */
    public static Optional<AccessLinks> access(Scenario scenario, ClientGroup group) {
        String far = group.link().isPresent() ? routerOf(group) : joint(scenario, group);
        return group.access().map(spec -> new AccessLinks("access", group.name(), far, spec.up(), spec.down()));
    }

    /**
     * The router between the links that a group's clients have of their own and the one that they share.
     *
     * @param group the group
     * @return its name
     */
    public static String routerOf(ClientGroup group) {
        return group.name() + "-router";
    }

    /** What a group's last own link leads to: a router, the entrance, or the place before several servers. */
    private static String joint(Scenario scenario, ClientGroup group) {
        return leadsToPlace(scenario, group) ? place(scenario) : group.to();
    }

    /**
     * Whether a group's last own link leads to a place where ways to several servers, or to other clients, begin.
     *
     * @param scenario the group's
     * @param group the group
     * @return false where a router of the network does that, or there is no choice
     */
    public static boolean leadsToPlace(Scenario scenario, ClientGroup group) {
        boolean meets =
                scenario.hasPeers() && group.access().isPresent() && group.to().equals(ServerSpec.NAME);
        return meets || reachesSeveral(scenario, group) && !isDirect(group);
    }

    /**
     * The name of that place.
     *
     * @param scenario which
     * @return a router's
     */
    public static String place(Scenario scenario) {
        return scenario.hasPeers() ? MEETING : ServerSpec.BEFORE_SEVERAL;
    }

    /**
     * Whether a group's links lead to several servers with nothing between.
     *
     * @param scenario the group's
     * @param group the group
     * @return false where a router or the balancer is between them
     */
    public static boolean reachesSeveral(Scenario scenario, ClientGroup group) {
        int ends = scenario.server().count() + (scenario.hasDirectory() ? 1 : 0);
        return ends > 1 && group.to().equals(ServerSpec.NAME);
    }

    /**
     * Whether a group's link is as good as one to each of several servers, since nothing waits for its transmitter.
     *
     * @param group the group
     * @return false when its clients share a bandwidth, or have links of their own
     */
    public static boolean isDirect(ClientGroup group) {
        return group.access().isEmpty()
                && group.link()
                        .filter(link -> link.up().bitsPerSecond() == Link.UNLIMITED)
                        .filter(link -> link.down().bitsPerSecond() == Link.UNLIMITED)
                        .isPresent();
    }

    /**
     * How long a byte takes there and back when nothing waits and bandwidth is no matter.
     *
     * @return nanoseconds, jitter not counted
     */
    public long latencyNanos() {
        return (long) sum(Direction::latencyNanos);
    }

    /**
     * How much longer it may take.
     *
     * @return nanoseconds
     */
    public long jitterNanos() {
        return (long) sum(Direction::jitterNanos);
    }

    /**
     * Whether packets may get lost on the way, full queues apart.
     *
     * @return true when some link has a loss
     */
    public boolean losesPackets() {
        return sum(direction -> direction.packets().impairment().loss()) > 0;
    }

    private double sum(ToDoubleFunction<Direction> of) {
        double sum = 0;
        for (List<Leg> way : List.of(up, down)) {
            sum += way.stream()
                    .mapToDouble(leg -> of.applyAsDouble(leg.direction))
                    .sum();
        }
        return sum;
    }
}

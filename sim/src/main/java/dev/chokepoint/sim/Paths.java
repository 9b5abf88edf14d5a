package dev.chokepoint.sim;

import dev.chokepoint.host.world.AccessLinks;
import dev.chokepoint.host.world.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which links join which hosts and routers, and the way from host to host: the one with the fewest hops; of equals, the one
 * whose links were added first. Only routers forward.
 */
final class Paths {
    /**
     * One direction of a link as seen from where it starts.
     *
     * @param hop what crosses it
     * @param to where it leads
     */
    private record Edge(Hop hop, String to) {}

    /**
     * A link, or a fleet's access links together.
     *
     * @param name what people call it
     * @param a one end's name
     * @param b the other end's name
     * @param ab what {@code a} sends crosses it
     * @param ba what {@code b} sends crosses it
     */
    record Wire(String name, String a, String b, Hop ab, Hop ba) {}

    private final SimWorld world;
    private final Map<String, List<Edge>> edges = new LinkedHashMap<>();
    private final Map<String, Integer> routers = new LinkedHashMap<>();
    private final Map<String, String> fleets = new LinkedHashMap<>();
    private final List<Wire> wires = new ArrayList<>();
    private final Map<Long, Optional<Route>> routes = new LinkedHashMap<>();

    Paths(SimWorld world) {
        this.world = world;
    }

    void addRouter(String name, int number) {
        routers.put(name, number);
    }

    boolean isRouter(String name) {
        return routers.containsKey(name);
    }

    int router(String name) {
        return routers.get(name);
    }

    Set<String> routerNames() {
        return routers.keySet();
    }

    /** Joins two ends that exist. */
    void add(Link link, int a, int b) {
        checkFree(link.name(), link.a(), link.b());
        Hop ab = new SimLink(world, a, link.directionName(true), link.ab());
        Hop ba = new SimLink(world, b, link.directionName(false), link.ba());
        connect(new Wire(link.name(), link.a(), link.b(), ab, ba));
    }

    /** Joins each address of a fleet to an end that exists. */
    void add(AccessLinks links, Machine fleet, int to) {
        if (edges.containsKey(links.fleet())) {
            throw new IllegalArgumentException("access links " + links.name() + ": " + links.fleet()
                    + " has a link already, and may have no other");
        }
        int count = fleet.spec().addresses().size();
        String up = links.directionName(true);
        String down = links.directionName(false);
        connect(new Wire(
                links.name(),
                links.fleet(),
                links.to(),
                new AccessHop(world, fleet.index(), up, links.up(), true, count),
                new AccessHop(world, to, down, links.down(), false, count)));
        fleets.put(links.fleet(), links.name());
    }

    private void checkFree(String name, String a, String b) {
        for (String end : List.of(a, b)) {
            if (fleets.containsKey(end)) {
                throw new IllegalArgumentException(
                        "link " + name + ": " + end + " has access links, and may have no other");
            }
        }
        if (edgesOf(a).stream().anyMatch(edge -> edge.to().equals(b))) {
            throw new IllegalArgumentException("two links join " + a + " and " + b + ": at most one may");
        }
    }

    private List<Edge> edgesOf(String end) {
        return edges.computeIfAbsent(end, _ -> new ArrayList<>(1));
    }

    private void connect(Wire wire) {
        wires.add(wire);
        edgesOf(wire.a()).add(new Edge(wire.ab(), wire.b()));
        edgesOf(wire.b()).add(new Edge(wire.ba(), wire.a()));
    }

    /** The way from one host to another; none when one of them stands behind a router that does not lead there. */
    Optional<Route> route(Machine from, Machine to) {
        long key = (long) from.index() << 32 | to.index();
        Optional<Route> known = routes.get(key);
        if (known == null) {
            known = find(from, to);
            routes.put(key, known);
        }
        return known;
    }

    private Optional<Route> find(Machine from, Machine to) {
        String start = from.spec().name();
        String goal = to.spec().name();
        if (start.equals(goal) && fleets.containsKey(start)) {
            return Optional.of(amongFleet(from));
        }
        Map<String, List<Hop>> reached = new LinkedHashMap<>();
        reached.put(start, List.of());
        Deque<String> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty() && !reached.containsKey(goal)) {
            String here = next.poll();
            for (Edge edge : edgesOf(here)) {
                if (!reached.containsKey(edge.to())
                        && (isRouter(edge.to()) || edge.to().equals(goal))) {
                    List<Hop> way = new ArrayList<>(reached.get(here));
                    way.add(edge.hop());
                    reached.put(edge.to(), way);
                    next.add(edge.to());
                }
            }
        }
        List<Hop> way = reached.get(goal);
        if (way != null) {
            return Optional.of(new Route(world.engine(), from, to, way.toArray(Hop[]::new)));
        }
        boolean routed = isRouted(start) || isRouted(goal);
        return routed ? Optional.empty() : Optional.of(new Route(world.engine(), from, to));
    }

    /** From one of a fleet's addresses to another: up its own link to the router there, and down the other's. */
    private Route amongFleet(Machine fleet) {
        Edge up = edgesOf(fleet.spec().name()).getFirst();
        if (!isRouter(up.to())) {
            return new Route(world.engine(), fleet, fleet);
        }
        Hop down = edgesOf(up.to()).stream()
                .filter(edge -> edge.to().equals(fleet.spec().name()))
                .findFirst()
                .orElseThrow()
                .hop();
        return new Route(world.engine(), fleet, fleet, up.hop(), down);
    }

    private boolean isRouted(String host) {
        return edgesOf(host).stream().anyMatch(edge -> isRouter(edge.to()));
    }

    /** All links, in the order they were added. */
    List<Wire> wires() {
        return wires;
    }

    /** All ways that were ever asked for. */
    List<Route> routes() {
        return routes.values().stream().flatMap(Optional::stream).toList();
    }
}

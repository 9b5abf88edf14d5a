package dev.chokepoint.lab.scenario;

import dev.chokepoint.host.world.Link.Direction;
import dev.chokepoint.lab.scenario.Scenario.LinkSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Routers between clients and server, and the links that all groups share.
 *
 * @param routers their names
 * @param links between routers, and between routers and the server
 */
public record Network(List<String> routers, List<Wire> links) {
    /** No routers: each group has its link to the server. */
    public static final Network NONE = new Network(List.of(), List.of());

    /** Copies the lists. */
    public Network {
        routers = List.copyOf(routers);
        links = List.copyOf(links);
    }

    /**
     * A link between two routers, or a router and the server.
     *
     * @param from one end, where {@code up} begins
     * @param to the other; each of several servers has such a link of its own
     * @param spec its two directions
     */
    public record Wire(String from, String to, LinkSpec spec) {}

    /**
     * One link on a way.
     *
     * @param wire which
     * @param forward whether it is passed from {@code from} to {@code to}
     */
    public record Hop(Wire wire, boolean forward) {
        /**
         * What is passed.
         *
         * @return the wire's {@code up} or {@code down}
         */
        public Direction direction() {
            return forward ? wire.spec.up() : wire.spec.down();
        }

        private String end() {
            return forward ? wire.to : wire.from;
        }
    }

    /**
     * The way with the fewest links; of equal ones, that whose first link is listed first.
     *
     * @param from a router or the server
     * @param to another, or the same
     * @return the links in order, none when both are the same; empty when no way leads there
     */
    public Optional<List<Hop>> way(String from, String to) {
        Map<String, List<Hop>> ways = new LinkedHashMap<>();
        ways.put(from, List.of());
        Deque<String> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty() && !ways.containsKey(to)) {
            String here = next.poll();
            for (Hop hop : hops(here)) {
                if (ways.putIfAbsent(hop.end(), plus(ways.get(here), hop)) == null && routers.contains(hop.end())) {
                    next.add(hop.end());
                }
            }
        }
        return Optional.ofNullable(ways.get(to));
    }

    private List<Hop> hops(String from) {
        return links.stream()
                .filter(wire -> wire.from.equals(from) || wire.to.equals(from))
                .map(wire -> new Hop(wire, wire.from.equals(from)))
                .toList();
    }

    private static List<Hop> plus(List<Hop> way, Hop last) {
        List<Hop> longer = new ArrayList<>(way);
        longer.add(last);
        return longer;
    }
}

package dev.chokepoint.report;

import dev.chokepoint.lab.topology.Drawing;
import dev.chokepoint.lab.topology.Drawing.Edge;
import dev.chokepoint.lab.topology.Drawing.Node;
import dev.chokepoint.lab.topology.Drawing.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which hosts and routers stand above one another: those that are equally many links from a server. */
final class TopologyColumns {
    private TopologyColumns() {}

    /** The farthest first, the servers last; at least two, so that a server never stands among those who ask. */
    static List<List<Node>> of(Drawing drawing) {
        Map<String, Integer> links = links(drawing);
        int most = Math.max(1, links.values().stream().mapToInt(n -> n).max().orElse(1));
        List<List<Node>> columns = new ArrayList<>();
        for (int column = most; column >= 0; column--) {
            int here = column;
            columns.add(drawing.nodes().stream()
                    .filter(node -> links.getOrDefault(node.name(), most) == here)
                    .toList());
        }
        columns.removeIf(List::isEmpty);
        return columns;
    }

    private static Map<String, Integer> links(Drawing drawing) {
        Map<String, Integer> links = new LinkedHashMap<>();
        Deque<String> next = new ArrayDeque<>();
        for (Node node : drawing.nodes()) {
            if (node.role() == Role.SERVER) {
                links.put(node.name(), 0);
                next.add(node.name());
            }
        }
        while (!next.isEmpty()) {
            String here = next.poll();
            for (Edge edge : drawing.edges()) {
                String there = edge.from().equals(here) ? edge.to() : edge.to().equals(here) ? edge.from() : here;
                if (links.putIfAbsent(there, links.get(here) + 1) == null) {
                    next.add(there);
                }
            }
        }
        return links;
    }
}

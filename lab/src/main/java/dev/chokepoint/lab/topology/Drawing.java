package dev.chokepoint.lab.topology;

import java.util.List;

/**
 * A topology to be drawn.
 *
 * @param nodes the hosts
 * @param edges the links
 */
public record Drawing(List<Node> nodes, List<Edge> edges) {
    /** Copies the lists. */
    public Drawing {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * A host.
     *
     * @param name its name
     * @param label a short description, such as {@code 50 clients}
     * @param server whether it serves others
     * @param resources names of the resources whose utilisation colours it
     */
    public record Node(String name, String label, boolean server, List<String> resources) {
        /** Copies the list. */
        public Node {
            resources = List.copyOf(resources);
        }
    }

    /**
     * A link.
     *
     * @param from one end's host name
     * @param to the other end's host name
     * @param label such as {@code 20 ms, 100 Mbit/s}
     * @param forward the name of the resource of the direction {@code from -> to}
     * @param backward the name of the resource of the other direction
     */
    public record Edge(String from, String to, String label, String forward, String backward) {}
}

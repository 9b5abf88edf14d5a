package dev.chokepoint.lab.topology;

import java.util.List;

/**
 * A topology to be drawn.
 *
 * @param nodes the hosts and routers
 * @param edges the links
 */
public record Drawing(List<Node> nodes, List<Edge> edges) {
    /** Copies the lists. */
    public Drawing {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** What a node does. */
    public enum Role {
        /** Asks. */
        CLIENTS,
        /** Passes packets on. */
        ROUTER,
        /** Passes connections on. */
        BALANCER,
        /** Answers. */
        SERVER
    }

    /**
     * A host, a router, or several equal ones.
     *
     * @param name its name
     * @param label a short description, such as {@code 50 clients}; empty for a router
     * @param role what it does
     * @param resources names of the resources whose utilisation colours it
     */
    public record Node(String name, String label, Role role, List<String> resources) {
        /** Copies the list. */
        public Node {
            resources = List.copyOf(resources);
        }
    }

    /**
     * A link, or several equal ones.
     *
     * @param from one end's name
     * @param to the other end's name
     * @param label such as {@code 20 ms, 100 Mbit/s}
     * @param forward the name of the resource of the direction {@code from -> to}
     * @param backward the name of the resource of the other direction
     */
    public record Edge(String from, String to, String label, String forward, String backward) {}
}

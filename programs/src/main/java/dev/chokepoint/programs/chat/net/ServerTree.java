package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.chat.Server;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Which servers there are, and by which way each is reached. Seen from one of them, which is its root. */
final class ServerTree {
    /** The way to oneself. */
    static final int HERE = -1;

    private final TreeMap<String, Node> bySid = new TreeMap<>();
    private final Node root;

    ServerTree(String sid, Server self, long born) {
        root = new Node(sid, born, self, null, HERE);
        bySid.put(sid, root);
    }

    /** A server. {@code way} is the number of the link, or backplane, over which it is reached. */
    record Node(String sid, long born, Server server, Node parent, int way) {
        String name() {
            return server.name();
        }

        /** How many links away it is. */
        int hops() {
            return server.hops();
        }

        boolean isBehind(Node other) {
            return sid.equals(other.sid) || parent != null && parent.isBehind(other);
        }
    }

    Node root() {
        return root;
    }

    /** All, in the order of their ids. */
    Collection<Node> all() {
        return bySid.values();
    }

    /** The one with that id, or null. */
    Node get(String sid) {
        return bySid.get(sid);
    }

    /** The one with that name, in any case, or null. */
    Node named(String name) {
        for (Node node : bySid.values()) {
            if (node.name().equalsIgnoreCase(name)) {
                return node;
            }
        }
        return null;
    }

    /** Adds one that has neither the id nor the name of another. */
    Node add(NetEvent.Server event, Node parent, int way) {
        Server server = new Server(event.name(), event.description(), parent.hops() + 1);
        Node node = new Node(event.sid(), event.born(), server, parent, way);
        bySid.put(node.sid, node);
        return node;
    }

    /** Takes one and all behind it out; the farthest come first. */
    List<Node> remove(Node lost) {
        List<Node> removed = new ArrayList<>();
        for (Node node : bySid.values()) {
            if (node.isBehind(lost)) {
                removed.add(node);
            }
        }
        removed.sort((a, b) -> Integer.compare(b.hops(), a.hops()));
        removed.forEach(node -> bySid.remove(node.sid));
        return removed;
    }
}

package dev.chokepoint.lab.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what passed through hosts in several runs, each as much as it delivered. Not thread-safe. */
public final class NodePool {
    private final Map<String, NodeBytes> sums = new LinkedHashMap<>();
    private double messages;

    /** No runs yet. */
    public NodePool() {}

    /**
     * Adds a run.
     *
     * @param nodes of it
     * @param delivered messages in its window
     */
    public void add(List<NodeBytes> nodes, double delivered) {
        messages += delivered;
        nodes.forEach(node -> sums.merge(node.node(), times(node, delivered), NodePool::plus));
    }

    private static NodeBytes times(NodeBytes node, double messages) {
        return new NodeBytes(node.node(), node.count(), node.bytesPerMessage() * messages);
    }

    private static NodeBytes plus(NodeBytes a, NodeBytes b) {
        return new NodeBytes(a.node(), a.count(), a.bytesPerMessage() + b.bytesPerMessage());
    }

    /**
     * All runs together.
     *
     * @return in the order of the first run; none when nothing was delivered
     */
    public List<NodeBytes> nodes() {
        List<NodeBytes> nodes = new ArrayList<>();
        if (messages > 0) {
            sums.values().forEach(sum -> nodes.add(times(sum, 1 / messages)));
        }
        return nodes;
    }
}

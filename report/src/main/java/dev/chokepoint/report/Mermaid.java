package dev.chokepoint.report;

import dev.chokepoint.lab.topology.Drawing;
import dev.chokepoint.lab.topology.Drawing.Edge;
import dev.chokepoint.lab.topology.Drawing.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A topology as a Mermaid flowchart. Only the oldest and plainest of its grammar is used: numbered nodes with quoted labels,
 * labelled arrows, one class and link styles; every character of a label that could mean something is written by its number.
 */
final class Mermaid {
    private static final String PLAIN = " ,/%()";

    private final Drawing drawing;
    private final Optional<String> chokepoint;
    private final StringBuilder out = new StringBuilder("flowchart LR\n");

    private Mermaid(Drawing drawing, Optional<String> chokepoint) {
        this.drawing = drawing;
        this.chokepoint = chokepoint;
    }

    /**
     * Draws it.
     *
     * @param drawing hosts and links
     * @param chokepoint the resource to highlight, if any
     */
    static String text(Drawing drawing, Optional<String> chokepoint) {
        Mermaid mermaid = new Mermaid(drawing, chokepoint);
        mermaid.nodes();
        mermaid.edges();
        mermaid.styles();
        return mermaid.out.toString();
    }

    private void nodes() {
        List<Node> nodes = drawing.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            String label = label(node.name()) + (node.label().isEmpty() ? "" : "<br/>" + label(node.label()));
            out.append("    n").append(i).append(shaped(node, label)).append('\n');
        }
    }

    private static String shaped(Node node, String label) {
        return switch (node.role()) {
            case CLIENTS -> "([\"" + label + "\"])";
            case ROUTER -> "((\"" + label + "\"))";
            case BALANCER -> "{{\"" + label + "\"}}";
            case SERVER -> "[\"" + label + "\"]";
        };
    }

    private void edges() {
        for (Edge edge : drawing.edges()) {
            String label = edge.label().isEmpty() ? "" : "|\"" + label(edge.label()) + "\"|";
            out.append("    n" + number(edge.from()) + " <-->" + label + " n" + number(edge.to()) + "\n");
        }
    }

    private int number(String name) {
        List<String> names = drawing.nodes().stream().map(Node::name).toList();
        return names.indexOf(name);
    }

    private void styles() {
        List<String> nodes = new ArrayList<>();
        for (int i = 0; i < drawing.nodes().size(); i++) {
            if (drawing.nodes().get(i).resources().stream().anyMatch(this::isChokepoint)) {
                nodes.add("n" + i);
            }
        }
        if (!nodes.isEmpty()) {
            out.append("    classDef chokepoint fill:#fde0dd,stroke:#c0392b,stroke-width:3px,color:#000\n");
            out.append("    class " + String.join(",", nodes) + " chokepoint\n");
        }
        for (int i = 0; i < drawing.edges().size(); i++) {
            Edge edge = drawing.edges().get(i);
            if (isChokepoint(edge.forward()) || isChokepoint(edge.backward())) {
                out.append("    linkStyle " + i + " stroke:#c0392b,stroke-width:4px\n");
            }
        }
    }

    private boolean isChokepoint(String resource) {
        return chokepoint.filter(resource::equals).isPresent();
    }

    /** Text that is a label and nothing else to Mermaid. */
    static String label(String text) {
        StringBuilder label = new StringBuilder();
        int[] characters = Text.clean(text).codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            if (isPlain(characters, i)) {
                label.appendCodePoint(characters[i]);
            } else {
                label.append('#').append(characters[i]).append(';');
            }
        }
        return label.isEmpty() ? " " : label.toString(); // empty quotes are no label to Mermaid
    }

    /** A point is plain inside a number, but not behind one: that would begin a list. */
    private static boolean isPlain(int[] characters, int i) {
        int c = characters[i];
        boolean next = i + 1 < characters.length && isLetterOrDigit(characters[i + 1]);
        return isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0 || c == '.' && next;
    }

    private static boolean isLetterOrDigit(int c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }
}

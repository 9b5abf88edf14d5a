package dev.chokepoint.report;

import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.measure.ResourceFigures;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.topology.Drawing;
import dev.chokepoint.lab.topology.Drawing.Edge;
import dev.chokepoint.lab.topology.Drawing.Node;
import dev.chokepoint.lab.topology.Drawing.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws hosts and links of one world: those that serve on the right, the others by how far they are from there. */
final class TopologySvg {
    private static final int BOX_WIDTH = 136;
    private static final int ROUTER_WIDTH = 84;
    private static final int GAP = 184;
    private static final int BOX_HEIGHT = 66;
    private static final int ROW = 136;
    private static final int TOP = 24;

    private final Html html;
    private final Drawing drawing;
    private final WorldResult world;
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final int height;
    private final int width;

    private record Box(int x, int y, int width) {
        int middle() {
            return y + BOX_HEIGHT / 2;
        }
    }

    private TopologySvg(Html html, Drawing drawing, WorldResult world) {
        this.html = html;
        this.drawing = drawing;
        this.world = world;
        List<List<Node>> columns = TopologyColumns.of(drawing);
        int rows = columns.stream().mapToInt(List::size).max().orElse(1);
        height = 2 * TOP + (rows - 1) * ROW + BOX_HEIGHT;
        int x = 2;
        for (List<Node> column : columns) {
            int wide = column.stream().mapToInt(TopologySvg::width).max().orElse(0);
            place(column, x, wide);
            x += wide + GAP;
        }
        width = x - GAP + 2;
    }

    static void write(Html html, Drawing drawing, WorldResult world) {
        new TopologySvg(html, drawing, world).write();
    }

    private static int width(Node node) {
        return node.role() == Role.ROUTER ? ROUTER_WIDTH : BOX_WIDTH;
    }

    private void place(List<Node> nodes, int x, int wide) {
        int used = (nodes.size() - 1) * ROW + BOX_HEIGHT;
        int y = (height - used) / 2;
        for (Node node : nodes) {
            boxes.put(node.name(), new Box(x + (wide - width(node)) / 2, y, width(node)));
            y += ROW;
        }
    }

    private void write() {
        html.open("div", "class", "scroll")
                .open(
                        "svg",
                        "class",
                        drawing.nodes().stream().anyMatch(TopologySvg::isRouter) ? "topology far" : "topology",
                        "viewBox",
                        "0 0 " + width + " " + height,
                        "role",
                        "img",
                        "aria-label",
                        label());
        drawing.edges().forEach(this::edge);
        drawing.nodes().forEach(this::node);
        html.close().close();
    }

    private static boolean isRouter(Node node) {
        return node.role() == Role.ROUTER;
    }

    private String label() {
        String marked = world.diagnosis()
                .chokepoint()
                .map(c -> "; the chokepoint is " + Words.place(c.resource()))
                .orElse("");
        return "Hosts and links " + Words.in(world.world()) + ", coloured by utilisation" + marked
                + ". The table of resources has the figures.";
    }

    private Optional<ResourceFigures> figures(String resource) {
        return world.resources().stream().filter(r -> r.name().equals(resource)).findFirst();
    }

    private boolean marked(String resource) {
        return world.diagnosis()
                .chokepoint()
                .map(Chokepoint::resource)
                .filter(resource::equals)
                .isPresent();
    }

    private void edge(Edge edge) {
        Box from = boxes.get(edge.from());
        Box to = boxes.get(edge.to());
        if (from == null || to == null) {
            return;
        }
        boolean rightwards = from.x() < to.x();
        int x1 = rightwards ? from.x() + from.width() : from.x();
        int x2 = rightwards ? to.x() : to.x() + to.width();
        direction(edge.forward(), x1, from.middle() - 5, x2, to.middle() - 5);
        direction(edge.backward(), x1, from.middle() + 5, x2, to.middle() + 5);
        // Nearer to the asking side, where links to one server lie apart.
        int x = (int) (x1 + 0.45 * (x2 - x1));
        int y = (int) (from.middle() + 0.45 * (to.middle() - from.middle()));
        label(x, y - 32, "small", edge.label());
        label(x, y - 14, "figure", (rightwards ? "→ " : "← ") + used(edge.forward()));
        label(x, y + 25, "figure", (rightwards ? "← " : "→ ") + used(edge.backward()));
        if (marked(edge.forward()) || marked(edge.backward())) {
            label(x, marked(edge.forward()) ? y - 48 : y + 43, "flag", "▲ chokepoint");
        }
    }

    private void direction(String resource, int x1, int y1, int x2, int y2) {
        String[] at = {Integer.toString(x1), Integer.toString(y1), Integer.toString(x2), Integer.toString(y2)};
        if (marked(resource)) {
            html.empty("line", "class", "halo", "x1", at[0], "y1", at[1], "x2", at[2], "y2", at[3]);
        }
        String heat = figures(resource).map(r -> Heat.of(r.utilisation())).orElse("u0");
        html.open("line", "class", "link " + heat, "x1", at[0], "y1", at[1], "x2", at[2], "y2", at[3]);
        html.element("title", Words.place(resource) + ": " + used(resource)).close();
    }

    private String used(String resource) {
        return figures(resource).map(r -> Words.percent(r.utilisation())).orElse("not measured");
    }

    private void node(Node node) {
        Box box = boxes.get(node.name());
        Optional<ResourceFigures> busiest = node.resources().stream()
                .flatMap(name -> figures(name).stream())
                .reduce((a, b) -> b.utilisation() > a.utilisation() ? b : a);
        Optional<String> choke = node.resources().stream().filter(this::marked).findFirst();
        String heat = busiest.map(r -> Heat.of(r.utilisation())).orElse("plain");
        html.open("g", "class", "host " + heat + (choke.isPresent() ? " marked" : ""));
        html.empty(
                "rect",
                "x",
                "" + box.x(),
                "y",
                "" + box.y(),
                "rx",
                "6",
                "width",
                "" + box.width(),
                "height",
                "" + BOX_HEIGHT);
        int x = box.x() + box.width() / 2;
        label(x, isRouter(node) ? box.middle() - 3 : box.y() + 22, "name", node.name());
        label(x, box.y() + (isRouter(node) ? 47 : 39), "small", isRouter(node) ? "router" : node.label());
        busiest.ifPresent(r -> label(x, box.y() + 56, "figure", Words.percent(r.utilisation()) + " used"));
        html.close();
        choke.ifPresent(name -> label(x, box.y() + BOX_HEIGHT + 17, "flag", "▲ chokepoint"));
    }

    private void label(int x, int y, String kind, String text) {
        int most = kind.equals("name") ? 15 : 22;
        String shown = Text.shortened(text, most);
        html.open("text", "class", kind, "x", "" + x, "y", "" + y);
        if (!shown.equals(text)) {
            html.element("title", text);
        }
        html.text(shown).close();
    }
}

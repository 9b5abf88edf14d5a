package dev.chokepoint.report;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lines over one axis, as {@code report.js} draws them.
 *
 * @param id of the element that it is drawn in
 * @param x the axis at the bottom
 * @param y the axis at the left
 * @param lines in the order of the legend
 */
record LineChart(String id, Axis x, Axis y, List<Line> lines) {
    LineChart {
        lines = List.copyOf(lines);
    }

    /** How an axis counts. */
    enum Scale {
        LINEAR,
        LOG,
        /** 1 / (1 - p), so that 90, 99 and 99.9 % lie equally far apart. */
        PERCENTILE
    }

    /**
     * An axis.
     *
     * @param name with the unit
     * @param unit behind a figure, with its space
     * @param scale how it counts
     */
    record Axis(String name, String unit, Scale scale) {}

    /**
     * A line.
     *
     * @param name in the legend; lines of one name are switched together
     * @param colour a variable of the style sheet
     * @param dashed whether it is
     * @param marked whether its points are shown
     * @param points NaN leaves a gap
     */
    record Line(String name, String colour, boolean dashed, boolean marked, List<Point> points) {
        Line {
            points = List.copyOf(points);
        }
    }

    /** A point; {@code note} is said of it, empty for nothing. */
    record Point(double x, double y, String note) {
        Point(double x, double y) {
            this(x, y, "");
        }
    }

    /** Where it is drawn. */
    void place(Html html, String label) {
        html.empty("div", "class", "chart small", "id", id, "role", "img", "aria-label", label);
    }

    /** JSON that may stand inside a script element, of charts alone. */
    static String json(List<LineChart> charts) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        data(root.putArray("lines"), charts);
        return root.toString().replace("<", "\\u003c");
    }

    static void data(ArrayNode array, List<LineChart> charts) {
        for (LineChart chart : charts) {
            ObjectNode node = array.addObject();
            node.put("id", chart.id);
            axis(node.putObject("x"), chart.x);
            axis(node.putObject("y"), chart.y);
            ArrayNode lines = node.putArray("series");
            chart.lines.forEach(line -> line(lines.addObject(), line));
        }
    }

    private static void axis(ObjectNode node, Axis axis) {
        node.put("name", axis.name);
        node.put("unit", axis.unit);
        node.put("scale", JsonReport.lower(axis.scale));
    }

    private static void line(ObjectNode node, Line line) {
        node.put("name", line.name);
        node.put("colour", line.colour);
        node.put("dashed", line.dashed);
        node.put("marked", line.marked);
        ArrayNode points = node.putArray("points");
        for (Point point : line.points) {
            ArrayNode pair = points.addArray().add(point.x);
            if (Double.isFinite(point.y)) {
                pair.add(point.y);
            } else {
                pair.addNull();
            }
            pair.add(point.note);
        }
    }
}

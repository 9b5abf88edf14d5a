package dev.chokepoint.report;

import dev.chokepoint.lab.models.MessageWay;
import dev.chokepoint.lab.models.MessageWay.Step;
import java.util.List;

/** A message's way as a sequence diagram: hosts side by side, time downwards, each arrow with what it took on average. */
final class WaySvg {
    private static final int COLUMN = 170;
    private static final int SIDE = 75;
    private static final int BOX_WIDTH = 130;
    private static final int BOX_HEIGHT = 30;
    private static final int ROW = 38;
    private static final int TOP = 44;

    private final Html html;
    private final MessageWay way;

    private WaySvg(Html html, MessageWay way) {
        this.html = html;
        this.way = way;
    }

    static void write(Html html, String model, MessageWay way) {
        if (!way.steps().isEmpty()) {
            new WaySvg(html, way).write(model);
        }
    }

    private void write(String model) {
        int width = 2 * SIDE + (way.hosts().size() - 1) * COLUMN;
        int height = TOP + way.steps().size() * ROW + 12;
        html.open("div", "class", "scroll")
                .open(
                        "svg",
                        "class",
                        "way",
                        "viewBox",
                        "0 0 " + width + " " + height,
                        "style",
                        "max-width: " + width * 1.15 + "px; min-width: " + width * 0.8 + "px",
                        "role",
                        "img",
                        "aria-label",
                        "The way of a message in the model " + model + ", as it was measured. " + text(way));
        way.hosts().forEach(host -> lifeline(host, height));
        for (int i = 0; i < way.steps().size(); i++) {
            step(way.steps().get(i), TOP + i * ROW + 24);
        }
        html.close().close();
    }

    /** The way in one sentence, for who can't see it. */
    static String text(MessageWay way) {
        List<String> steps = way.steps().stream()
                .map(step -> switch (step) {
                    case Step.Hop hop -> hop.from() + " to " + hop.to() + " " + Words.time(hop.meanNanos());
                    case Step.Stay stay -> "at " + stay.at() + " " + Words.time(stay.meanNanos());
                })
                .toList();
        return String.join(", ", steps) + ".";
    }

    private int x(String host) {
        return SIDE + way.hosts().indexOf(host) * COLUMN;
    }

    private void lifeline(String host, int height) {
        int x = x(host);
        html.empty("line", "class", "life", "x1", "" + x, "y1", "34", "x2", "" + x, "y2", "" + height);
        html.empty(
                "rect",
                "x",
                "" + (x - BOX_WIDTH / 2),
                "y",
                "4",
                "rx",
                "6",
                "width",
                "" + BOX_WIDTH,
                "height",
                "" + BOX_HEIGHT);
        label(x, 24, "name", Text.shortened(host, 17));
    }

    private void step(Step step, int y) {
        switch (step) {
            case Step.Hop hop -> arrow(x(hop.from()), x(hop.to()), y, Words.time(hop.meanNanos()));
            case Step.Stay stay -> stay(x(stay.at()), y, stay);
        }
    }

    private void arrow(int from, int to, int y, String label) {
        int sign = to > from ? 1 : -1;
        int end = to - 3 * sign;
        html.empty("line", "class", "hop", "x1", "" + from, "y1", "" + y, "x2", "" + (end - 6 * sign), "y2", "" + y);
        html.empty("path", "class", "head", "d", "M" + end + " " + y + "l" + -10 * sign + " -5v10z");
        label((from + to) / 2, y - 6, "figure", label);
    }

    private void stay(int x, int y, Step.Stay stay) {
        html.empty("rect", "class", "stay", "x", "" + (x - 5), "y", "" + (y - 15), "width", "10", "height", "24");
        boolean last = x == x(way.hosts().getLast()) && way.hosts().size() > 1;
        String said = Words.time(stay.meanNanos());
        html.open(
                "text",
                "class",
                last ? "figure before" : "figure after",
                "x",
                "" + (last ? x - 11 : x + 11),
                "y",
                "" + y);
        html.element("title", Words.phase(stay.phase()) + " for the most part");
        html.text(said + ", " + Words.phase(stay.phase())).close();
    }

    private void label(int x, int y, String kind, String text) {
        html.element("text", text, "class", kind, "x", "" + x, "y", "" + y);
    }
}

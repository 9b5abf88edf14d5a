package dev.chokepoint.report;

import dev.chokepoint.lab.measure.ConnectionTrace;
import dev.chokepoint.lab.measure.ConnectionTrace.Filling;
import dev.chokepoint.lab.measure.ConnectionTrace.Moment;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.lab.scenario.Quantities;
import dev.chokepoint.report.Table.Cell;
import dev.chokepoint.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One TCP connection over time: its window above, the queue that it shared below, the figures behind them. */
final class ConnectionHtml {
    /** The table has about so many rows. */
    private static final int ROWS = 25;

    private static final double KILO = 1e3;

    private ConnectionHtml() {}

    /** The connection that was followed; only a simulation can. */
    static Optional<ConnectionTrace> of(RunResult result) {
        return result.worlds().stream()
                .map(WorldResult::connection)
                .flatMap(Optional::stream)
                .filter(trace -> !trace.window().isEmpty())
                .findFirst();
    }

    static void write(Html html, ConnectionTrace trace) {
        html.open("section").element("h2", "One TCP connection");
        html.element("p", about(trace), "class", "about");
        chart(html, "window", "Congestion window, bytes in flight and slow start threshold over time.");
        chart(html, "queue", "Bytes in the queue of " + Words.place(trace.link()) + ", and dropped and lost packets.");
        html.open("details").element("summary", "Figures");
        HtmlTable.write(html, table(trace));
        html.close().close();
    }

    private static String about(ConnectionTrace trace) {
        long resent = trace.window().getLast().retransmittedBytes();
        long dropped = trace.queue().stream().mapToLong(Filling::dropped).sum();
        long lost = trace.queue().stream().mapToLong(Filling::lost).sum();
        return "Of the simulation: " + trace.name() + ". It sent " + Quantities.bytes((double) resent)
                + " more than once. The queue is that of " + Words.place(trace.link()) + ", which it shares; "
                + Words.count(dropped) + " packets found it full, and " + Words.count(lost) + " were lost behind it.";
    }

    private static void chart(Html html, String id, String label) {
        html.empty("div", "class", "chart", "id", id, "role", "img", "aria-label", label);
    }

    private static Table table(ConnectionTrace trace) {
        List<Column> columns = List.of(
                new Column("", "at", true),
                new Column("connection", "window", true),
                new Column("connection", "in flight", true),
                new Column("connection", "round trip", true),
                new Column("connection", "sent again", true));
        List<List<Cell>> rows = new ArrayList<>();
        int step = Math.max(1, trace.window().size() / ROWS);
        for (int i = 0; i < trace.window().size(); i += step) {
            rows.add(row(trace.window().get(i)));
        }
        return new Table("One TCP connection", columns, rows);
    }

    private static List<Cell> row(Moment moment) {
        return List.of(
                Cell.of(Words.time(moment.atNanos())),
                Cell.of(Quantities.bytes((double) moment.congestionWindowBytes())),
                Cell.of(Quantities.bytes((double) moment.inFlightBytes())),
                moment.smoothedRttNanos() == 0 ? Cell.none() : Cell.of(Words.time(moment.smoothedRttNanos())),
                Cell.of(Quantities.bytes((double) moment.retransmittedBytes())));
    }

    /** What the two charts draw: seconds, and kB or packets. */
    static void data(ObjectNode node, ConnectionTrace trace) {
        ArrayNode window = node.putArray("window");
        ArrayNode flight = node.putArray("flight");
        ArrayNode threshold = node.putArray("threshold");
        for (Moment moment : trace.window()) {
            double at = moment.atNanos() / 1e9;
            window.addArray().add(at).add(moment.congestionWindowBytes() / KILO);
            flight.addArray().add(at).add(moment.inFlightBytes() / KILO);
            if (moment.thresholdBytes() != Long.MAX_VALUE) {
                threshold.addArray().add(at).add(moment.thresholdBytes() / KILO);
            }
        }
        ArrayNode queue = node.putArray("queue");
        ArrayNode dropped = node.putArray("dropped");
        ArrayNode lost = node.putArray("lost");
        for (Filling filling : trace.queue()) {
            double at = filling.atNanos() / 1e9;
            queue.addArray().add(at).add(filling.waitingBytes() / KILO);
            points(dropped, at, filling.dropped());
            points(lost, at, filling.lost());
        }
    }

    private static void points(ArrayNode array, double at, long packets) {
        if (packets > 0) {
            array.addArray().add(at).add(packets);
        }
    }

    /** The same in the JSON results, in nanoseconds and bytes. */
    static void json(ObjectNode node, ConnectionTrace trace) {
        node.put("name", trace.name());
        node.put("link", trace.link());
        ArrayNode window = node.putArray("window");
        for (Moment m : trace.window()) {
            ObjectNode moment = window.addObject();
            moment.put("atNanos", m.atNanos());
            moment.put("congestionWindowBytes", m.congestionWindowBytes());
            if (m.thresholdBytes() != Long.MAX_VALUE) {
                moment.put("thresholdBytes", m.thresholdBytes());
            }
            moment.put("inFlightBytes", m.inFlightBytes());
            moment.put("smoothedRttNanos", m.smoothedRttNanos());
            moment.put("retransmittedBytes", m.retransmittedBytes());
        }
        ArrayNode queue = node.putArray("queue");
        for (Filling f : trace.queue()) {
            ObjectNode filling = queue.addObject();
            filling.put("atNanos", f.atNanos());
            filling.put("waitingBytes", f.waitingBytes());
            filling.put("dropped", f.dropped());
            filling.put("lost", f.lost());
        }
    }
}

package dev.chokepoint.bench.scale;

import dev.chokepoint.bench.scale.ScaleBench.Row;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The cost of an event over the number of clients, as SVG. */
final class ScalePlot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;
    private static final int LEFT = 70;
    private static final int BOTTOM = 50;
    private static final int TOP = 40;
    private static final double FIRST_POWER = 3;
    private static final double POWERS = 3;

    private ScalePlot() {}

    static String of(List<Row> rows) {
        double most = Math.max(1000, rows.stream().mapToDouble(Row::nanos).max().orElse(0)) * 1.1;
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
                <title>Cost of an event over the number of clients</title>
                <rect width="100%%" height="100%%" fill="white"/>
                <text x="%d" y="22" font-weight="bold">Wall time of an event, ns (clients with TCP connections)</text>
                """, WIDTH, HEIGHT, LEFT));
        for (int nanos = 0; nanos <= most; nanos += 250) {
            svg.append(horizontal(nanos, y(nanos, most)));
        }
        for (Row row : rows) {
            svg.append(point(row, most));
        }
        String line = rows.stream()
                .map(row -> String.format(Locale.ROOT, "%.1f,%.1f", x(row), y(row.nanos(), most)))
                .collect(Collectors.joining(" "));
        return svg + "<polyline points=\"" + line
                + "\" fill=\"none\" stroke=\"#1f6fb2\" stroke-width=\"2\"/>\n</svg>\n";
    }

    private static String horizontal(int nanos, double y) {
        return String.format(
                Locale.ROOT,
                "<path d=\"M%d %.1fH%d\" stroke=\"#ccc\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%,d</text>%n",
                LEFT,
                y,
                WIDTH - 20,
                LEFT - 8,
                y + 4,
                nanos);
    }

    private static String point(Row row, double most) {
        return String.format(
                Locale.ROOT,
                """
                <circle cx="%1$.1f" cy="%2$.1f" r="4" fill="#1f6fb2"/>
                <text x="%1$.1f" y="%3$.1f" text-anchor="middle">%4$.0f</text>
                <text x="%1$.1f" y="%5$d" text-anchor="middle">%6$,d</text>
                """,
                x(row),
                y(row.nanos(), most),
                y(row.nanos(), most) - 10,
                row.nanos(),
                HEIGHT - BOTTOM + 22,
                row.clients());
    }

    private static double x(Row row) {
        double share = (Math.log10(row.clients()) - FIRST_POWER) / POWERS;
        return LEFT + 30 + share * (WIDTH - LEFT - 90);
    }

    private static double y(double nanos, double most) {
        return HEIGHT - BOTTOM - nanos / most * (HEIGHT - BOTTOM - TOP);
    }
}

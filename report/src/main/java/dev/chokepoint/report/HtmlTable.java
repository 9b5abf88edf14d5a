package dev.chokepoint.report;

import dev.chokepoint.report.Table.Cell;
import dev.chokepoint.report.Table.Column;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** Draws a {@link Table} in HTML. */
final class HtmlTable {
    /** What is longer is no figure but words, and may take several lines. */
    private static final int FIGURE_CHARS_MAX = 24;

    /** More columns than this need the room for figures, and names that stay on one line. */
    private static final int MANY = 5;

    private HtmlTable() {}

    static void write(Html html, Table table) {
        write(html, table, row -> "");
    }

    /**
     * Writes a table.
     *
     * @param mark the class of a colour mark before each row's name; empty for none
     */
    static void write(Html html, Table table, IntFunction<String> mark) {
        String size = table.columns().size() > MANY ? "scroll wide" : "scroll";
        html.open("div", "class", size, "tabindex", "0", "role", "region", "aria-label", table.title());
        html.open("table");
        html.element("caption", table.title());
        head(html, table.columns());
        html.open("tbody");
        for (int r = 0; r < table.rows().size(); r++) {
            row(html, table, table.rows().get(r), mark.apply(r));
        }
        html.close().close().close();
    }

    private static void head(Html html, List<Column> columns) {
        html.open("thead");
        if (columns.stream().anyMatch(c -> !c.group().isEmpty())) {
            groups(html, columns);
        }
        html.open("tr");
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            html.element("th", column.head(), "scope", "col", "class", classes(columns, c));
        }
        html.close().close();
    }

    private static void groups(Html html, List<Column> columns) {
        html.open("tr", "class", "groups");
        for (int c = 0; c < columns.size(); ) {
            int end = c + 1;
            while (end < columns.size()
                    && columns.get(end).group().equals(columns.get(c).group())) {
                end++;
            }
            String span = Integer.toString(end - c);
            html.element(
                    "th", columns.get(c).group(), "scope", "colgroup", "colspan", span, "class", c > 0 ? "first" : "");
            c = end;
        }
        html.close();
    }

    private static String classes(List<Column> columns, int c) {
        Column column = columns.get(c);
        boolean first = c > 0
                && !column.group().isEmpty()
                && !column.group().equals(columns.get(c - 1).group());
        return (column.number() ? "number" : "") + (first ? " first" : "");
    }

    private static void row(Html html, Table table, List<Cell> cells, String mark) {
        html.open("tr");
        for (int c = 0; c < cells.size(); c++) {
            Cell cell = cells.get(c);
            String classes =
                    classes(table.columns(), c) + " " + cell.tone().name().toLowerCase(Locale.ROOT);
            if (c == 0) {
                name(html, cell, classes, mark);
            } else {
                html.open("td", "class", cell.text().length() > FIGURE_CHARS_MAX ? classes + " long" : classes);
                figure(html, cell);
                html.close();
            }
        }
        html.close();
    }

    private static void name(Html html, Cell cell, String classes, String mark) {
        html.open("th", "scope", "row", "class", classes + (mark.isEmpty() ? "" : " marked"));
        if (!mark.isEmpty()) {
            html.empty("span", "class", "mark " + mark);
        }
        html.text(Html.unbroken(cell.text())).close();
    }

    private static void figure(Html html, Cell cell) {
        if (cell.bar().isPresent()) {
            bar(html, cell.bar().getAsDouble());
            html.element("span", cell.text(), "class", "value");
        } else {
            html.text(Html.unbroken(cell.text()));
        }
    }

    private static void bar(Html html, double fraction) {
        String width = String.format(Locale.ROOT, "%.1f", fraction * 100);
        html.open("svg", "class", "bar", "viewBox", "0 0 100 8", "preserveAspectRatio", "none", "aria-hidden", "true");
        html.empty("rect", "class", "track", "width", "100", "height", "8");
        html.empty("rect", "class", "fill", "width", width, "height", "8");
        html.close();
    }
}

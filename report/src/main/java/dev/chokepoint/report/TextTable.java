package dev.chokepoint.report;

import dev.chokepoint.report.Table.Cell;
import dev.chokepoint.report.Table.Column;
import dev.chokepoint.report.Table.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Draws a {@link Table} for a terminal: bars take what is left over, text wraps where nothing is. */
final class TextTable {
    private static final int BAR_MIN = 4;
    private static final int BAR_MAX = 16;
    private static final int TEXT_MIN = 8;
    private static final int NAME_MOST = 12;
    private static final String INDENT = "  ";

    private final Table table;
    private final Ink ink;
    private final boolean[] barred;
    private final int[] text;
    private int bar = BAR_MIN;

    private TextTable(Table table, int columns, Ink ink) {
        this.table = table;
        this.ink = ink;
        int count = table.columns().size();
        barred = new boolean[count];
        text = new int[count];
        for (int c = 0; c < count; c++) {
            measure(c);
        }
        fit(columns);
    }

    static List<String> lines(Table table, int columns, Ink ink) {
        TextTable drawn = new TextTable(table, columns, ink);
        List<String> lines = new ArrayList<>();
        lines.addAll(drawn.heading());
        table.rows().forEach(row -> lines.addAll(drawn.row(row)));
        return lines;
    }

    private void measure(int c) {
        for (List<Cell> row : table.rows()) {
            Cell cell = row.get(c);
            barred[c] |= cell.bar().isPresent();
            text[c] = Math.max(text[c], Text.width(Text.clean(cell.text())));
        }
        int head = Text.width(table.columns().get(c).head());
        text[c] = Math.max(text[c], barred[c] ? head - BAR_MIN - 1 : head);
    }

    private void fit(int columns) {
        while (width() > columns && widest() >= 0) {
            text[widest()]--;
        }
        while (bar < BAR_MAX && bars() > 0 && width() + bars() <= columns) {
            bar++;
        }
    }

    private int widest() {
        int widest = -1;
        for (int c = 0; c < text.length; c++) {
            if (text[c] > least(c) && (widest < 0 || text[c] > text[widest])) {
                widest = c;
            }
        }
        return widest;
    }

    /** Names are not broken where figures can be. */
    private int least(int c) {
        return c > 0
                ? TEXT_MIN
                : table.rows().stream()
                        .flatMap(row ->
                                Stream.of(Text.clean(row.getFirst().text()).split(" ", -1)))
                        .mapToInt(Text::width)
                        .map(width -> Math.clamp(width, TEXT_MIN, NAME_MOST))
                        .max()
                        .orElse(TEXT_MIN);
    }

    private int bars() {
        int bars = 0;
        for (boolean has : barred) {
            bars += has ? 1 : 0;
        }
        return bars;
    }

    private int width(int c) {
        return text[c] + (barred[c] ? bar + 1 : 0);
    }

    private int width() {
        int width = 0;
        for (int c = 0; c < text.length; c++) {
            width += gap(c).length() + width(c);
        }
        return width;
    }

    /** Columns of one group stand close together. */
    private String gap(int c) {
        if (c == 0) {
            return INDENT;
        }
        Column here = table.columns().get(c);
        boolean joined = !here.group().isEmpty()
                && here.group().equals(table.columns().get(c - 1).group());
        return joined ? " " : "  ";
    }

    private List<String> heading() {
        List<String> lines = new ArrayList<>();
        if (table.columns().stream().anyMatch(c -> !c.group().isEmpty())) {
            lines.add(groups());
        }
        lines.add(heads());
        int room = width(0) + INDENT.length();
        if (Text.width(table.title()) < room) {
            String rest = ink.paint(Tone.QUIET, lines.getFirst().substring(room));
            lines.set(0, ink.paint(Tone.STRONG, table.title()) + " ".repeat(room - Text.width(table.title())) + rest);
        } else {
            lines.addFirst(ink.paint(Tone.STRONG, table.title()));
        }
        lines.set(lines.size() - 1, lines.size() > 1 ? ink.paint(Tone.QUIET, lines.getLast()) : lines.getLast());
        return lines;
    }

    private String heads() {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < text.length; c++) {
            Column column = table.columns().get(c);
            line.append(gap(c)).append(Text.pad(column.head(), width(c), column.number()));
        }
        return line.toString().stripTrailing();
    }

    private String groups() {
        StringBuilder line = new StringBuilder();
        int at = 0;
        String open = "";
        for (int c = 0; c < text.length; c++) {
            String group = table.columns().get(c).group();
            at += gap(c).length();
            if (!group.equals(open)) {
                line.append(" ".repeat(Math.max(0, at - line.length()))).append(group);
                open = group;
            }
            at += width(c);
        }
        return line.toString();
    }

    private List<String> row(List<Cell> cells) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 1;
        for (int c = 0; c < cells.size(); c++) {
            List<String> lines = Text.wrap(Text.clean(cells.get(c).text()), text[c]);
            wrapped.add(lines);
            height = Math.max(height, lines.size());
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            lines.add(line(cells, wrapped, i).stripTrailing());
        }
        return lines;
    }

    private String line(List<Cell> cells, List<List<String>> wrapped, int i) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < cells.size(); c++) {
            Cell cell = cells.get(c);
            String words = i < wrapped.get(c).size() ? wrapped.get(c).get(i) : "";
            line.append(gap(c));
            if (barred[c]) {
                boolean drawn = i == 0 && cell.bar().isPresent();
                line.append(drawn ? Text.bar(cell.bar().getAsDouble(), bar) : " ".repeat(bar))
                        .append(' ');
            }
            // Spaces stay outside the colour, so that those at the end of a line can go.
            String space = " ".repeat(text[c] - Text.width(words));
            String painted = ink.paint(cell.tone(), words);
            line.append(table.columns().get(c).number() ? space + painted : painted + space);
        }
        return line.toString();
    }
}

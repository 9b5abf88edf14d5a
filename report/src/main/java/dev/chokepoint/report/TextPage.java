package dev.chokepoint.report;

import dev.chokepoint.report.Table.Tone;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Lines, paragraphs and tables for a terminal. Not thread-safe. */
final class TextPage {
    /** Narrower than this nothing is readable: lines then run over. */
    private static final int NARROWEST = 60;

    /** Running text wider than this is hard to read. */
    private static final int WIDEST_TEXT = 100;

    private final Appendable out;
    private final int columns;
    private final Ink ink;

    TextPage(Appendable out, int columns, boolean colour) {
        this.out = out;
        this.columns = Math.max(NARROWEST, columns);
        this.ink = new Ink(colour);
    }

    void table(Table table) {
        line("");
        TextTable.lines(table, columns, ink).forEach(this::line);
    }

    void paragraph(Tone tone, String text) {
        for (String line : Text.wrap(Text.clean(text), Math.min(columns, WIDEST_TEXT))) {
            line(ink.paint(tone, line));
        }
    }

    void line(String line) {
        try {
            out.append(line).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("can't print the results: " + e.getMessage(), e);
        }
    }
}

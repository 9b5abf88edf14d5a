package dev.chokepoint.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A table that the terminal and the HTML report draw in their own ways.
 *
 * @param title what it shows
 * @param columns the first one names the rows
 * @param rows as many cells as there are columns in each
 */
record Table(String title, List<Column> columns, List<List<Cell>> rows) {
    Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The same with some of its columns: the first one, which names the rows, and those in [from, to). */
    Table part(int from, int to) {
        return new Table(
                title,
                part(columns, from, to),
                rows.stream().map(row -> part(row, from, to)).toList());
    }

    private static <T> List<T> part(List<T> all, int from, int to) {
        return Stream.concat(Stream.of(all.getFirst()), all.subList(from, to).stream())
                .toList();
    }

    /** How a cell is to be taken. */
    enum Tone {
        PLAIN,
        STRONG,
        QUIET,
        GOOD,
        BAD
    }

    /**
     * A column.
     *
     * @param group the heading that it shares with its neighbours; may be empty
     * @param head its own heading; may be empty
     * @param number whether it is set flush right
     */
    record Column(String group, String head, boolean number) {
        static Column text(String head) {
            return new Column("", head, false);
        }
    }

    /**
     * A cell.
     *
     * @param text what it says
     * @param tone how it is to be taken
     * @param bar a fraction to be drawn as a bar beside the text, 0 to 1
     */
    record Cell(String text, Tone tone, OptionalDouble bar) {
        static Cell of(String text) {
            return new Cell(text, Tone.PLAIN, OptionalDouble.empty());
        }

        static Cell of(String text, Tone tone) {
            return new Cell(text, tone, OptionalDouble.empty());
        }

        static Cell bar(double fraction, String text) {
            double drawn = fraction >= 0 ? Math.min(1, fraction) : 0; // NaN too
            return new Cell(text, Tone.PLAIN, OptionalDouble.of(drawn));
        }

        /** What stands where there is nothing to say. */
        static Cell none() {
            return of("–", Tone.QUIET);
        }

        Cell toned(Tone other) {
            return new Cell(text, other, bar);
        }
    }
}

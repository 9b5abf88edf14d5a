package dev.chokepoint.report;

import dev.chokepoint.lab.measure.Aftermath;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.report.Table.Cell;
import dev.chokepoint.report.Table.Column;
import dev.chokepoint.report.Table.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What followed each planned fault. */
final class AftermathTable {
    private static final List<Row> ROWS = List.of(
            new Row("lost", a -> Words.count(a.lost()) + (a.lost() == 1 ? " message" : " messages")),
            new Row(
                    "noticed within",
                    a -> a.noticedNanos().isEmpty()
                            ? "–"
                            : Words.time(a.noticedNanos().getAsLong())),
            new Row("carried before", a -> rate(a.beforePerSecond())),
            new Row("at its lowest", a -> rate(a.lowestPerSecond())),
            new Row("usual again after", AftermathTable::back));

    private AftermathTable() {}

    private record Row(String title, Function<Aftermath, String> show) {}

    private static String rate(double perSecond) {
        return Double.isFinite(perSecond) ? Words.rate(perSecond) : "–";
    }

    private static String back(Aftermath a) {
        if (!Double.isFinite(a.beforePerSecond())) {
            return "–";
        }
        return a.backNanos().isEmpty()
                ? "not seen"
                : a.backNanos().getAsLong() == 0
                        ? "always usual"
                        : Words.time(a.backNanos().getAsLong());
    }

    /** Empty without faults. */
    static Optional<Table> of(RunResult result) {
        List<List<Optional<Aftermath>>> faults =
                Worlds.align(result.worlds(), WorldResult::aftermaths, a -> List.of(a.atNanos(), a.fault()));
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>(List.of(Column.text("")));
        result.worlds().forEach(w -> columns.add(new Column("", Words.heading(w), true)));
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Optional<Aftermath>> fault : faults) {
            rows.add(heading(fault));
            ROWS.forEach(row -> rows.add(cells(row, fault)));
        }
        return Optional.of(new Table("After the fault", columns, rows));
    }

    private static List<Cell> heading(List<Optional<Aftermath>> fault) {
        Aftermath any = fault.stream().flatMap(Optional::stream).findFirst().orElseThrow();
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(any.fault(), Tone.STRONG)));
        fault.forEach(_ -> cells.add(Cell.of("")));
        return cells;
    }

    private static List<Cell> cells(Row row, List<Optional<Aftermath>> fault) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of("  " + row.title())));
        fault.forEach(each -> cells.add(each.map(row.show()).map(Cell::of).orElse(Cell.none())));
        return cells;
    }

    /** How sure the times are. */
    static Optional<String> legend(RunResult result) {
        return result.worlds().stream()
                .flatMap(world -> world.aftermaths().stream())
                .findFirst()
                .map(a -> "times from the fault, known to " + Words.time(a.resolutionNanos())
                        + "; usual: what was carried before, less three standard deviations or a tenth; of the simulation's"
                        + " replications, the first");
    }
}

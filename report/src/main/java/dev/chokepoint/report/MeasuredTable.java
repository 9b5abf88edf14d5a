package dev.chokepoint.report;

import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.LoadFigures;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.lab.run.RunResult.Difference;
import dev.chokepoint.report.Table.Cell;
import dev.chokepoint.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Load and latency of each world, then whatever else the lab compared; differences stand beside both. */
final class MeasuredTable {
    private static final List<Row> ROWS = List.of(
            new Row("offered", true, w -> Words.rate(w.load().offeredPerSecond())),
            estimate(Figure.CARRIED),
            new Row("errors", true, w -> errors(w.load())),
            new Row("messages meant to leave", false, w -> Words.count(w.load().intended())),
            new Row("delivered", false, w -> Words.count(w.load().delivered())),
            new Row("under way at the end", false, w -> Words.count(w.load().unfinished())),
            estimate(Figure.MEAN),
            estimate(Figure.P50),
            estimate(Figure.P90),
            estimate(Figure.P99),
            estimate(Figure.P999),
            new Row(
                    "latency max",
                    true,
                    w -> none(w) ? "–" : Words.time(w.latency().maxNanos())));

    private MeasuredTable() {}

    private record Row(String figure, boolean brief, Function<WorldResult, String> show) {}

    private static Row estimate(Figure figure) {
        return new Row(figure.text(), true, w -> figure.isLatency() && none(w) ? "–" : estimate(figure, w));
    }

    private static boolean none(WorldResult world) {
        return world.latency().count() == 0;
    }

    /** A live run is one and has no interval, but its percentiles need messages above them too. */
    private static String estimate(Figure figure, WorldResult world) {
        return world.statistics()
                .flatMap(statistics -> statistics.of(figure))
                .map(Words::estimate)
                .orElseGet(() -> Words.figure(figure.unit(), figure.of(world.load(), world.latency()))
                        + (Estimate.enough(figure, world.latency().count()) ? "" : Words.DOUBTED));
    }

    private static String errors(LoadFigures load) {
        if (load.failed() == 0) {
            return "none";
        }
        String causes = load.errors().entrySet().stream()
                .map(e -> Words.count(e.getValue()) + " " + e.getKey())
                .collect(Collectors.joining(", "));
        return Words.count(load.failed()) + " of " + Words.count(load.intended()) + ": " + causes;
    }

    /** For 80 columns. */
    static Table brief(RunResult result) {
        return of(result, ROWS.stream().filter(Row::brief).toList());
    }

    /** Everything. */
    static Table full(RunResult result) {
        return of(result, ROWS);
    }

    private static Table of(RunResult result, List<Row> figures) {
        boolean compared = !result.differences().isEmpty();
        List<Column> columns = new ArrayList<>(List.of(Column.text("")));
        result.worlds().forEach(w -> columns.add(new Column("", Words.heading(w), true)));
        if (compared) {
            columns.add(new Column("", "difference", true));
        }
        Map<String, Difference> differences =
                result.differences().stream().collect(Collectors.toMap(Difference::figure, d -> d, (a, b) -> a));
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : figures) {
            rows.add(row(row, result, compared, Optional.ofNullable(differences.get(row.figure()))));
        }
        result.differences().stream()
                .filter(MeasuredTable::unlisted)
                .map(MeasuredTable::difference)
                .forEach(rows::add);
        return new Table("Measured", columns, rows);
    }

    private static List<Cell> row(Row row, RunResult result, boolean compared, Optional<Difference> difference) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(row.figure())));
        result.worlds().forEach(w -> cells.add(Cell.of(row.show().apply(w))));
        if (compared) {
            cells.add(difference.map(d -> Cell.of(Words.signed(d.relative()))).orElse(Cell.none()));
        }
        return cells;
    }

    private static boolean unlisted(Difference d) {
        return ROWS.stream().noneMatch(row -> row.figure().equals(d.figure()));
    }

    private static List<Cell> difference(Difference d) {
        return List.of(
                Cell.of(d.figure()),
                Cell.of(Words.figure(d.unit(), d.simulated())),
                Cell.of(Words.figure(d.unit(), d.live())),
                Cell.of(Words.signed(d.relative())));
    }
}

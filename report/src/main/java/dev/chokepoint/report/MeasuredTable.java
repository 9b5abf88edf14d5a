package dev.chokepoint.report;

import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.LoadFigures;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.lab.run.RunResult.Difference;
import dev.chokepoint.report.Table.Cell;
import dev.chokepoint.report.Table.Column;
import dev.chokepoint.report.Table.Tone;
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
        List<Difference> compared = compared(result);
        List<Column> columns = new ArrayList<>(List.of(Column.text("")));
        result.worlds().forEach(w -> columns.add(new Column("", Words.heading(w), true)));
        if (!compared.isEmpty()) {
            boolean twin = compared.getFirst().world() == World.TWIN;
            columns.add(new Column("", twin ? "live − twin" : "difference", true));
        }
        Map<String, Difference> differences =
                compared.stream().collect(Collectors.toMap(Difference::figure, d -> d, (a, b) -> a));
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : figures) {
            rows.add(row(row, result, !compared.isEmpty(), Optional.ofNullable(differences.get(row.figure()))));
        }
        compared.stream()
                .filter(MeasuredTable::unlisted)
                .map(d -> unlisted(d, result))
                .forEach(rows::add);
        return new Table("Measured", columns, rows);
    }

    /** The twin is what the live run is to agree with; without one, the scenario as written. */
    private static List<Difference> compared(RunResult result) {
        List<Difference> twin = of(result, World.TWIN);
        return twin.isEmpty() ? of(result, World.SIMULATION) : twin;
    }

    private static List<Difference> of(RunResult result, World world) {
        return result.differences().stream().filter(d -> d.world() == world).toList();
    }

    private static List<Cell> row(Row row, RunResult result, boolean compared, Optional<Difference> difference) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(row.figure())));
        result.worlds().forEach(w -> cells.add(Cell.of(row.show().apply(w))));
        if (compared) {
            cells.add(difference.map(MeasuredTable::agreement).orElse(Cell.none()));
        }
        return cells;
    }

    private static boolean unlisted(Difference d) {
        return ROWS.stream().noneMatch(row -> row.figure().equals(d.figure()));
    }

    private static List<Cell> unlisted(Difference d, RunResult result) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(d.figure())));
        for (WorldResult world : result.worlds()) {
            cells.add(result.differences().stream()
                    .filter(other -> other.figure().equals(d.figure()))
                    .filter(other -> world.world() == World.LIVE || world.world() == other.world())
                    .findFirst()
                    .map(other -> Cell.of(
                            world.world() == World.LIVE
                                    ? Words.figure(other.unit(), other.live())
                                    : Words.figure(other.unit(), other.simulated())))
                    .orElse(Cell.none()));
        }
        cells.add(agreement(d));
        return cells;
    }

    /** Only the twin claims to say what the live run will measure. */
    private static Cell agreement(Difference d) {
        String by = Words.signed(d.relative());
        if (d.world() != World.TWIN || !Double.isFinite(d.simulatedHalfWidth())) {
            return Cell.of(by);
        }
        return d.covered() ? Cell.of(by + ", inside", Tone.GOOD) : Cell.of(by + ", beyond", Tone.BAD);
    }
}

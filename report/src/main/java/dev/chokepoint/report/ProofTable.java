package dev.chokepoint.report;

import dev.chokepoint.lab.diagnose.Diagnosis.AnalyticBound;
import dev.chokepoint.lab.diagnose.Diagnosis.Change;
import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.diagnose.Diagnosis.Next;
import dev.chokepoint.lab.diagnose.Diagnosis.Verification;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.lab.statistics.Interval;
import dev.chokepoint.report.Table.Cell;
import dev.chokepoint.report.Table.Column;
import dev.chokepoint.report.Table.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why the chokepoint is one, and what comes after it. */
final class ProofTable {
    private static final List<Row> ROWS = List.of(
            new Row("chokepoint", proof((w, c) -> Cell.of(Words.place(c.resource()), Tone.STRONG))),
            new Row("used", proof((w, c) -> Cell.of(used(w, c)))),
            new Row(
                    "needs per message",
                    proof((w, c) -> Cell.of(Words.demand(Worlds.kind(w, c.resource()), c.demandNanos())))),
            new Row("so at most", proof((w, c) -> Cell.of(limit(c.capacityPerSecond(), c.law())))),
            new Row("theory says at most", proof((w, c) -> bound(w, c.resource()))),
            new Row("of the slowest 1 %", proof((w, c) -> Cell.of(Words.percent(c.tailShare())))),
            new Row("once fixed by", next((w, n) -> Cell.of(n.fix()))),
            new Row(
                    "the next is",
                    next((w, n) -> Cell.of(Words.place(n.chokepoint().resource()), Tone.STRONG))),
            new Row(
                    "at most",
                    next((w, n) -> Cell.of(limit(
                            n.chokepoint().capacityPerSecond(), n.chokepoint().law())))),
            new Row(
                    "run again, fixed",
                    next((w, n) -> n.verified().map(ProofTable::verified).orElse(Cell.none()))),
            new Row(
                    "the fix at this load",
                    next((w, n) -> n.verified().map(ProofTable::changes).orElse(Cell.none()))));

    private ProofTable() {}

    private record Row(String name, Function<WorldResult, Cell> show) {}

    private interface Show<T> {
        Cell cell(WorldResult world, T subject);
    }

    private static Function<WorldResult, Cell> proof(Show<Chokepoint> show) {
        return w -> w.diagnosis().chokepoint().map(c -> show.cell(w, c)).orElse(Cell.none());
    }

    private static Function<WorldResult, Cell> next(Show<Next> show) {
        return w -> w.diagnosis().next().map(n -> show.cell(w, n)).orElse(Cell.none());
    }

    private static String limit(double capacityPerSecond, String law) {
        return Words.rate(capacityPerSecond) + (law.isEmpty() ? "" : " = " + law);
    }

    private static Cell bound(WorldResult world, String resource) {
        Optional<AnalyticBound> bound = world.diagnosis().bounds().stream()
                .filter(b -> b.resource().equals(resource))
                .findFirst();
        return bound.map(b -> Cell.of(limit(b.capacityPerSecond(), b.law()))).orElse(Cell.none());
    }

    private static Cell verified(Verification v) {
        String load = "carried " + Words.rate(v.carriedPerSecond()) + ", p99 " + Words.time(v.p99Nanos());
        return v.confirmed()
                ? Cell.of("confirmed; " + load, Tone.GOOD)
                : Cell.of("found " + Words.place(v.found().resource()) + "; " + load, Tone.BAD);
    }

    private static String used(WorldResult world, Chokepoint c) {
        return world.statistics()
                .flatMap(statistics -> statistics.of(Figure.USED))
                .map(Words::estimate)
                .orElseGet(() -> Words.percent(c.utilisation()));
    }

    /** Only what the interval can tell from no change at all. */
    private static Cell changes(Verification v) {
        if (v.changes().isEmpty()) {
            return Cell.none();
        }
        String sure = v.changes().stream()
                .filter(change -> Math.abs(by(change).mean()) > by(change).halfWidth())
                .map(ProofTable::change)
                .collect(Collectors.joining("; "));
        return Cell.of(sure.isEmpty() ? "changes nothing beyond chance" : sure);
    }

    private static Interval by(Change change) {
        return change.difference().change();
    }

    private static String change(Change change) {
        Figure figure = change.figure();
        double mean = by(change).mean();
        String name = figure.text().replace("latency ", "");
        String sign = mean > 0 ? "+" : "";
        return name + " " + sign
                + Words.around(
                        Words.figure(figure.unit(), mean), mean, by(change).halfWidth());
    }

    static Table of(RunResult result) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("")));
        result.worlds().forEach(w -> columns.add(Column.text(Words.heading(w))));
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : ROWS) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(row.name())));
            result.worlds().forEach(w -> cells.add(row.show().apply(w)));
            rows.add(cells);
        }
        return new Table("Proof", columns, rows);
    }

    /** What theory says of every resource: the same scenario in both worlds, but each has its own placement. */
    static Table bounds(RunResult result) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("Resource")));
        for (WorldResult world : result.worlds()) {
            columns.add(new Column(Words.heading(world), "per message", true));
            columns.add(new Column(Words.heading(world), "at most", true));
            columns.add(new Column(Words.heading(world), "because", false));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Optional<AnalyticBound>> row :
                Worlds.align(result.worlds(), w -> w.diagnosis().bounds(), AnalyticBound::resource)) {
            rows.add(boundCells(result, row));
        }
        return new Table("Analytic bounds", columns, rows);
    }

    private static List<Cell> boundCells(RunResult result, List<Optional<AnalyticBound>> row) {
        List<Cell> cells = new ArrayList<>();
        String name = row.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(AnalyticBound::resource)
                .orElseThrow();
        cells.add(Cell.of(Words.place(name)));
        for (int i = 0; i < row.size(); i++) {
            WorldResult world = result.worlds().get(i);
            cells.addAll(row.get(i)
                    .map(b -> List.of(
                            Cell.of(Words.demand(Worlds.kind(world, name), b.demandNanos())),
                            Cell.of(Words.rate(b.capacityPerSecond())),
                            Cell.of(b.law())))
                    .orElse(List.of(Cell.none(), Cell.none(), Cell.none())));
        }
        return cells;
    }
}

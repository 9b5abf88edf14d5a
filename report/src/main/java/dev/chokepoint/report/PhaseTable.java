package dev.chokepoint.report;

import dev.chokepoint.lab.measure.PhaseShare;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.report.Table.Cell;
import dev.chokepoint.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the time went: the phases of a message's way, on the mean and in the slowest 1 %. */
final class PhaseTable {
    /** Below this share everywhere, a short table leaves a phase out. */
    private static final double SMALL = 0.005;

    private PhaseTable() {}

    static List<List<Optional<PhaseShare>>> rows(RunResult result) {
        return Worlds.align(result.worlds(), WorldResult::phases, p -> List.of(p.phase(), p.place()));
    }

    static String name(List<Optional<PhaseShare>> row) {
        return Words.phase(row.stream().flatMap(Optional::stream).findFirst().orElseThrow());
    }

    /** The name of its colour in the style sheet. */
    static String colour(List<Optional<PhaseShare>> row) {
        PhaseShare any = row.stream().flatMap(Optional::stream).findFirst().orElseThrow();
        return "phase-" + any.phase().name().toLowerCase(Locale.ROOT);
    }

    private static boolean small(List<Optional<PhaseShare>> row) {
        return row.stream().flatMap(Optional::stream).allMatch(p -> p.share() < SMALL && p.tailShare() < SMALL);
    }

    /** The phases that matter, for 80 columns. */
    static Table brief(RunResult result) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("")));
        boolean many = result.worlds().size() > 2; // then bars and shares have no room
        for (WorldResult world : result.worlds()) {
            if (!many) {
                columns.add(new Column(Words.heading(world), "share", true));
            }
            columns.add(new Column(Words.heading(world), "mean", true));
            columns.add(new Column(Words.heading(world), "tail", true));
        }
        List<List<Cell>> rows = rows(result).stream()
                .filter(row -> !small(row))
                .map(row -> cells(row, many ? PhaseTable::briefest : PhaseTable::brief))
                .toList();
        return new Table("Where the time went", columns, rows);
    }

    /** Names of those that {@link #brief(RunResult)} leaves out. */
    static List<String> small(RunResult result) {
        return rows(result).stream()
                .filter(PhaseTable::small)
                .map(PhaseTable::name)
                .toList();
    }

    /** Everything. */
    static Table full(RunResult result) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("Phase")));
        for (WorldResult world : result.worlds()) {
            columns.add(new Column(Words.heading(world), "mean", true));
            columns.add(new Column(Words.heading(world), "share", true));
            columns.add(new Column(Words.heading(world), "slowest 1 %", true));
            columns.add(new Column(Words.heading(world), "share", true));
        }
        List<List<Cell>> rows =
                rows(result).stream().map(row -> cells(row, PhaseTable::full)).toList();
        return new Table("Where the time went", columns, rows);
    }

    private interface Show {
        List<Cell> cells(PhaseShare share);
    }

    private static List<Cell> cells(List<Optional<PhaseShare>> row, Show show) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(name(row))));
        PhaseShare any = row.stream().flatMap(Optional::stream).findFirst().orElseThrow();
        int width = show.cells(any).size();
        for (Optional<PhaseShare> share : row) {
            share.map(show::cells).ifPresentOrElse(cells::addAll, () -> {
                for (int i = 0; i < width; i++) {
                    cells.add(Cell.none());
                }
            });
        }
        return cells;
    }

    private static List<Cell> brief(PhaseShare p) {
        return List.of(
                Cell.bar(p.share(), Words.wholePercent(p.share())),
                Cell.of(Words.time(p.meanNanos())),
                Cell.of(Words.wholePercent(p.tailShare())));
    }

    private static List<Cell> briefest(PhaseShare p) {
        return brief(p).subList(1, 3);
    }

    private static List<Cell> full(PhaseShare p) {
        return List.of(
                Cell.of(Words.time(p.meanNanos())),
                Cell.of(Words.percent(p.share())),
                Cell.of(Words.time(p.tailMeanNanos())),
                Cell.of(Words.percent(p.tailShare())));
    }
}

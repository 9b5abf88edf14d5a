package dev.chokepoint.report;

import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.measure.ResourceFigures;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.report.Table.Cell;
import dev.chokepoint.report.Table.Column;
import dev.chokepoint.report.Table.Tone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What every resource did. */
final class ResourceTable {
    private static final String MARK = "▶ ";

    private ResourceTable() {}

    /** Utilisation and implied capacity, for 80 columns. */
    static Table brief(RunResult result) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("")));
        for (WorldResult world : result.worlds()) {
            columns.add(new Column(Words.heading(world), "used", true));
            columns.add(new Column(Words.heading(world), "at most", true));
        }
        List<List<Cell>> rows = rows(result, false);
        // Bars have no room beside each other.
        return new Table("Resources", columns, result.worlds().size() > 2 ? withoutBars(rows) : rows);
    }

    private static List<List<Cell>> withoutBars(List<List<Cell>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(c -> Cell.of(c.text(), c.tone())).toList())
                .toList();
    }

    /** Everything. */
    static Table full(RunResult result) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("Resource")));
        for (WorldResult world : result.worlds()) {
            String group = Words.heading(world);
            columns.add(new Column(group, "used", true));
            columns.add(new Column(group, "per message", true));
            columns.add(new Column(group, "at most", true));
            columns.add(new Column(group, "waiting: mean / most", true));
        }
        return new Table("Resources", columns, rows(result, true));
    }

    private static List<List<Cell>> rows(RunResult result, boolean full) {
        return Worlds.align(result.worlds(), WorldResult::resources, ResourceFigures::name).stream()
                .map(row -> row(result, row, full))
                .toList();
    }

    private static List<Cell> row(RunResult result, List<Optional<ResourceFigures>> row, boolean full) {
        String name = row.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(ResourceFigures::name)
                .orElseThrow();
        boolean marked = result.worlds().stream().anyMatch(w -> isChokepoint(w, name));
        List<Cell> cells = new ArrayList<>();
        cells.add(marked ? Cell.of(MARK + Words.place(name), Tone.STRONG) : Cell.of(Words.place(name)));
        for (int i = 0; i < row.size(); i++) {
            boolean strong = isChokepoint(result.worlds().get(i), name);
            List<Cell> figures = row.get(i).map(r -> full ? full(r) : brief(r)).orElse(full ? none(4) : none(2));
            figures.forEach(c -> cells.add(strong && c.tone() == Tone.PLAIN ? c.toned(Tone.STRONG) : c));
        }
        return cells;
    }

    static boolean isChokepoint(WorldResult world, String resource) {
        return world.diagnosis()
                .chokepoint()
                .map(Chokepoint::resource)
                .filter(resource::equals)
                .isPresent();
    }

    private static List<Cell> none(int cells) {
        return Collections.nCopies(cells, Cell.none());
    }

    private static List<Cell> brief(ResourceFigures r) {
        return List.of(used(r), withRefusals(Words.rate(r.capacityPerSecond()), r));
    }

    private static Cell withRefusals(String text, ResourceFigures r) {
        String refused = r.refused() == 0 ? "" : ", " + Words.count(r.refused()) + " refused";
        String lost = r.lost() == 0 ? "" : ", " + Words.count(r.lost()) + " lost";
        return Cell.of(text + refused + lost, r.refused() == 0 ? Tone.PLAIN : Tone.BAD);
    }

    private static Cell used(ResourceFigures r) {
        return Cell.bar(r.utilisation(), Words.percent(r.utilisation()));
    }

    private static List<Cell> full(ResourceFigures r) {
        return List.of(
                used(r),
                Cell.of(Words.demand(r.kind(), r.demandNanos())),
                Cell.of(Words.rate(r.capacityPerSecond())),
                withRefusals(Words.waiting(r.kind(), r.waitingMean(), r.waitingMax()), r));
    }
}

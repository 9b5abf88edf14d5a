package dev.chokepoint.report;

import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.lab.run.RunResult.Verdict;
import dev.chokepoint.lab.scenario.Objective;
import dev.chokepoint.report.Table.Cell;
import dev.chokepoint.report.Table.Column;
import dev.chokepoint.report.Table.Tone;
import java.util.ArrayList;
import java.util.List;

/** Which objectives held where. */
final class ObjectiveTable {
    private ObjectiveTable() {}

    static Table of(RunResult result) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("")));
        result.worlds().forEach(w -> columns.add(new Column("", Words.heading(w), true)));
        List<List<Cell>> rows = result.verdicts().stream()
                .map(Verdict::objective)
                .distinct()
                .map(objective -> row(result, objective))
                .toList();
        return new Table("Objectives", columns, rows);
    }

    private static List<Cell> row(RunResult result, Objective objective) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(objective.text())));
        for (WorldResult world : result.worlds()) {
            cells.add(result.verdicts().stream()
                    .filter(v -> v.objective().equals(objective) && v.world() == world.world())
                    .findFirst()
                    .map(ObjectiveTable::verdict)
                    .orElse(Cell.none()));
        }
        return cells;
    }

    private static Cell verdict(Verdict v) {
        String measured = ", " + Words.measured(v.objective().metric(), v.measured());
        return v.met() ? Cell.of("met" + measured, Tone.GOOD) : Cell.of("MISSED" + measured, Tone.BAD);
    }
}

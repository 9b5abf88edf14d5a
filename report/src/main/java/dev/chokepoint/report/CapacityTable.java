package dev.chokepoint.report;

import dev.chokepoint.lab.capacity.CapacityResult;
import dev.chokepoint.lab.capacity.LoadPoint;
import dev.chokepoint.lab.capacity.WorldCapacity;
import dev.chokepoint.lab.diagnose.Diagnosis.AnalyticBound;
import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.report.Table.Cell;
import dev.chokepoint.report.Table.Column;
import dev.chokepoint.report.Table.Tone;
import java.util.List;

/** Every load that was tried, and what theory says of the resources. */
final class CapacityTable {
    private CapacityTable() {}

    /** The loads of one world, rising. */
    static Table of(CapacityResult result, WorldCapacity world) {
        List<Column> columns = List.of(
                Column.text("load"),
                number("carried"),
                number("p50"),
                number("p99"),
                Column.text("chokepoint"),
                number("used"),
                Column.text("objectives"),
                number("runs"));
        List<List<Cell>> rows =
                world.points().stream().map(point -> row(result, world, point)).toList();
        return new Table("Loads tried " + Words.in(world.world()), columns, rows);
    }

    private static Column number(String head) {
        return new Column("", head, true);
    }

    private static List<Cell> row(CapacityResult result, WorldCapacity world, LoadPoint point) {
        return List.of(
                Cell.of(result.axis().text(point.load()) + mark(world, point), Tone.STRONG),
                figure(point, Figure.CARRIED),
                figure(point, Figure.P50),
                figure(point, Figure.P99),
                point.chokepoint().map(c -> Cell.of(Words.place(c.resource()))).orElse(Cell.none()),
                point.chokepoint()
                        .map(Chokepoint::utilisation)
                        .map(used -> Cell.of(Words.wholePercent(used)))
                        .orElse(Cell.none()),
                verdict(point),
                Cell.of(Words.count(point.runs())));
    }

    /** What a load is known for. */
    static String mark(WorldCapacity world, LoadPoint point) {
        StringBuilder mark = new StringBuilder();
        if (point.factor() == 1) {
            mark.append(" own");
        }
        if (world.knee().filter(knee -> knee.point().equals(point)).isPresent()) {
            mark.append(" knee");
        }
        return mark.toString();
    }

    private static Cell figure(LoadPoint point, Figure figure) {
        boolean none = figure.isLatency() && point.delivered() == 0;
        return none
                ? Cell.none()
                : point.of(figure).map(e -> Cell.of(Words.estimate(e))).orElse(Cell.none());
    }

    private static Cell verdict(LoadPoint point) {
        return Cell.of(
                Words.outcome(point.outcome()),
                switch (point.outcome()) {
                    case MET -> Tone.GOOD;
                    case MISSED -> Tone.BAD;
                    case UNDECIDED, VOID -> Tone.QUIET;
                });
    }

    /** What theory says of each resource at the scenario's own mix. */
    static Table bounds(CapacityResult result) {
        List<Column> columns = List.of(Column.text("Resource"), number("at most"), Column.text("because"));
        List<List<Cell>> rows =
                result.bounds().stream().map(CapacityTable::bound).toList();
        return new Table("Analytic bounds", columns, rows);
    }

    private static List<Cell> bound(AnalyticBound bound) {
        return List.of(
                Cell.of(Words.place(bound.resource())),
                Cell.of(Words.rate(bound.capacityPerSecond())),
                Cell.of(bound.law()));
    }
}

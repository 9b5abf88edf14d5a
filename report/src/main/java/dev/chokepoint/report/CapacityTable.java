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
import java.util.function.Function;
import java.util.stream.Stream;

/** Every load that was tried, and what theory says of the resources. */
final class CapacityTable {
    private CapacityTable() {}

    /** The loads of one world, rising, for 80 columns. */
    static Table brief(CapacityResult result, WorldCapacity world) {
        List<Column> columns = List.of(
                Column.text("load"),
                number("carried"),
                number("p50"),
                number("p99"),
                Column.text("chokepoint"),
                number("used"),
                Column.text("objectives"));
        return table(
                world,
                columns,
                point -> Stream.of(
                                Stream.of(
                                        load(result, point),
                                        value(point, Figure.CARRIED),
                                        value(point, Figure.P50),
                                        estimate(point, Figure.P99)),
                                bounded(point),
                                Stream.of(verdict(world, point)))
                        .flatMap(cells -> cells)
                        .toList());
    }

    /** The same with every interval. */
    static Table full(CapacityResult result, WorldCapacity world) {
        List<Column> columns = List.of(
                Column.text("load"),
                number("carried"),
                number("mean"),
                number("p50"),
                number("p99"),
                Column.text("chokepoint"),
                number("used"),
                Column.text("objectives"),
                number("runs"));
        return table(
                world,
                columns,
                point -> Stream.of(
                                Stream.of(
                                        load(result, point),
                                        estimate(point, Figure.CARRIED),
                                        estimate(point, Figure.MEAN),
                                        estimate(point, Figure.P50),
                                        estimate(point, Figure.P99)),
                                bounded(point),
                                Stream.of(verdict(world, point), Cell.of(Words.count(point.runs()))))
                        .flatMap(cells -> cells)
                        .toList());
    }

    private static Table table(WorldCapacity world, List<Column> columns, Function<LoadPoint, List<Cell>> row) {
        String title = "Loads tried " + Words.in(world.world());
        return new Table(title, columns, world.points().stream().map(row).toList());
    }

    private static Cell load(CapacityResult result, LoadPoint point) {
        return Cell.of(result.axis().text(point.load()), Tone.STRONG);
    }

    private static Stream<Cell> bounded(LoadPoint point) {
        return Stream.of(
                point.chokepoint().map(c -> Cell.of(Words.place(c.resource()))).orElse(Cell.none()),
                point.chokepoint()
                        .map(Chokepoint::utilisation)
                        .map(used -> Cell.of(Words.wholePercent(used)))
                        .orElse(Cell.none()));
    }

    /** What a load is known for; may be empty. */
    static String mark(WorldCapacity world, LoadPoint point) {
        String own = point.factor() == 1 ? ", own load" : "";
        boolean knee = world.knee().filter(k -> k.point().equals(point)).isPresent();
        return own + (knee ? ", knee" : "");
    }

    private static Cell estimate(LoadPoint point, Figure figure) {
        return none(point, figure)
                ? Cell.none()
                : Cell.of(Words.estimate(point.of(figure).orElseThrow()));
    }

    private static Cell value(LoadPoint point, Figure figure) {
        return none(point, figure)
                ? Cell.none()
                : Cell.of(Words.figure(
                        figure.unit(), point.of(figure).orElseThrow().value()));
    }

    private static boolean none(LoadPoint point, Figure figure) {
        return point.of(figure).isEmpty() || figure.isLatency() && point.delivered() == 0;
    }

    private static Cell verdict(WorldCapacity world, LoadPoint point) {
        Tone tone = switch (point.outcome()) {
            case MET -> Tone.GOOD;
            case MISSED -> Tone.BAD;
            case UNDECIDED, VOID -> Tone.QUIET;
        };
        return Cell.of(Words.outcome(point.outcome()) + mark(world, point), tone);
    }

    private static Column number(String head) {
        return new Column("", head, true);
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

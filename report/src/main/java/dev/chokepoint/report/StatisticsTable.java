package dev.chokepoint.report;

import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Statistics;
import dev.chokepoint.report.Table.Cell;
import dev.chokepoint.report.Table.Column;
import dev.chokepoint.report.Table.Tone;
import java.util.List;

/** How sure a simulation's figures are. */
final class StatisticsTable {
    private StatisticsTable() {}

    static Table of(Statistics statistics) {
        List<Column> columns = List.of(
                Column.text("Simulation, " + Words.count(statistics.runs().size()) + " replications"),
                new Column("", "figure", true),
                new Column("", "± of it", true),
                Column.text(""));
        return new Table(
                "Intervals",
                columns,
                statistics.estimates().stream().map(StatisticsTable::row).toList());
    }

    private static List<Cell> row(Estimate estimate) {
        return List.of(
                Cell.of(estimate.figure().text()),
                Cell.of(Words.estimate(estimate)),
                Cell.of(Words.percent(estimate.relative())),
                doubt(estimate));
    }

    private static Cell doubt(Estimate estimate) {
        return switch (estimate.doubt()) {
            case NONE -> Cell.of("");
            case ONE_RUN -> Cell.of("one replication: no interval", Tone.QUIET);
            case WIDE -> Cell.of("wider than ± " + Words.percent(Estimate.WIDE), Tone.BAD);
            case FEW_MESSAGES -> Cell.of("fewer than " + Estimate.BEYOND_MIN + " messages above it", Tone.BAD);
            case NO_STEADY_STATE -> Cell.of("no steady state: grows with the run", Tone.BAD);
        };
    }
}

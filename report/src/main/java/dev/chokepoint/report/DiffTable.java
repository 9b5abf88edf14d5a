package dev.chokepoint.report;

import dev.chokepoint.lab.difference.FigureChange;
import dev.chokepoint.lab.difference.FigureChange.Source;
import dev.chokepoint.lab.difference.FigureChange.Verdict;
import dev.chokepoint.lab.difference.RunDifference;
import dev.chokepoint.lab.difference.WorldDifference;
import dev.chokepoint.lab.difference.WorldDifference.ObjectiveChange;
import dev.chokepoint.lab.difference.WorldDifference.PhaseChange;
import dev.chokepoint.report.Table.Cell;
import dev.chokepoint.report.Table.Column;
import dev.chokepoint.report.Table.Tone;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What changed in one world, as tables. */
final class DiffTable {
    private static final int PHASES = 5;
    private static final String PERCENT = " %";

    private DiffTable() {}

    static Table figures(WorldDifference world) {
        return new Table(
                "Changed",
                List.of(
                        Column.text(""),
                        new Column("", "before", true),
                        new Column("", "after", true),
                        new Column("", "change", true),
                        Column.text("verdict")),
                world.figures().stream().map(DiffTable::row).toList());
    }

    private static List<Cell> row(FigureChange figure) {
        return List.of(
                Cell.of(figure.figure()),
                Cell.of(Words.figure(figure.unit(), figure.before())),
                Cell.of(Words.figure(figure.unit(), figure.after())),
                Cell.of(around(figure)),
                verdict(figure.verdict()));
    }

    /** As a part of what was; a change from nothing, and one of a fraction, in its own unit. */
    static String change(FigureChange figure) {
        return figure.unit().equals("1") || !Double.isFinite(figure.relative())
                ? (figure.change() > 0 ? "+" : "") + Words.figure(figure.unit(), figure.change())
                : Words.signed(figure.relative());
    }

    /** The change and how much of it may be chance, such as {@code +3.58 ± 0.39 %}. */
    private static String around(FigureChange figure) {
        String change = change(figure);
        if (!change.endsWith(PERCENT)) {
            return change + " ± " + Words.figure(figure.unit(), figure.noise());
        }
        double noise = figure.unit().equals("1") ? figure.noise() : figure.relativeNoise();
        return change.substring(0, change.length() - PERCENT.length()) + " ± " + Words.percent(noise);
    }

    private static Cell verdict(Verdict verdict) {
        return switch (verdict) {
            case WORSE -> Cell.of("worse", Tone.BAD);
            case BETTER -> Cell.of("better", Tone.GOOD);
            case NOISE -> Cell.of("within noise", Tone.QUIET);
            case NOT_JUDGED -> Cell.of("too few messages", Tone.QUIET);
        };
    }

    /** The phases that changed most; nothing where the mean latency did not. */
    static Optional<Table> phases(WorldDifference world) {
        List<List<Cell>> rows =
                world.phases().stream().limit(PHASES).map(DiffTable::phase).toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        "Where the mean changed",
                        List.of(
                                Column.text(""),
                                new Column("", "before", true),
                                new Column("", "after", true),
                                new Column("", "change", true)),
                        rows));
    }

    private static List<Cell> phase(PhaseChange phase) {
        double change = phase.afterNanos() - phase.beforeNanos();
        return List.of(
                Cell.of(Words.place(phase.place()) + ": " + Words.phase(phase.phase())),
                Cell.of(Words.time(phase.beforeNanos())),
                Cell.of(Words.time(phase.afterNanos())),
                Cell.of((change > 0 ? "+" : "") + Words.time(change)));
    }

    static Optional<Table> objectives(WorldDifference world) {
        return world.objectives().isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        "Objectives",
                        List.of(Column.text(""), Column.text("before"), Column.text("after")),
                        world.objectives().stream().map(DiffTable::objective).toList()));
    }

    private static List<Cell> objective(ObjectiveChange objective) {
        return List.of(Cell.of(objective.objective()), held(objective.before()), held(objective.after()));
    }

    private static Cell held(Optional<Boolean> met) {
        return met.map(m -> m ? Cell.of("met", Tone.GOOD) : Cell.of("MISSED", Tone.BAD))
                .orElse(Cell.none());
    }

    /** How the noise is known, for those ways that were used. */
    static String legend(RunDifference difference) {
        EnumSet<Source> used = EnumSet.noneOf(Source.class);
        difference.worlds().forEach(world -> world.figures().forEach(figure -> used.add(figure.source())));
        return used.stream()
                .map(source -> legend(source, difference.noise().agreed()))
                .collect(Collectors.joining("; ", "Noise, 95 % for all figures together: ", ""));
    }

    private static String legend(Source source, double agreed) {
        return switch (source) {
            case PAIRED -> "Student's t of the differences of replications with the same seeds";
            case INDEPENDENT -> "Welch's t over the replications or runs";
            case COUNTS -> "errors from their counts";
            case BOTH_INTERVALS -> "capacity from both sides' utilisation";
            case AGREED ->
                "where there is one run a side and no interval, " + Words.percent(agreed)
                        + " (--band; give several runs a side for an interval)";
        };
    }
}

package dev.chokepoint.report;

import dev.chokepoint.lab.calibrate.Calibration;
import dev.chokepoint.lab.calibrate.Cost;
import dev.chokepoint.lab.calibrate.Fit;
import dev.chokepoint.lab.calibrate.HeldOut;
import dev.chokepoint.report.Table.Cell;
import dev.chokepoint.report.Table.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A calibration as text: what each unit costs, how well that fits, and how well it says what it was not fitted to. */
public final class CalibrationReport {
    private CalibrationReport() {}

    /**
     * Prints a calibration.
     *
     * @param calibration what to print
     * @param out where to
     * @param columns the terminal's width
     * @param colour whether ANSI escape sequences may be used
     * @throws UncheckedIOException {@code out} failed
     */
    public static void print(Calibration calibration, Appendable out, int columns, boolean colour) {
        try {
            Ink ink = new Ink(colour);
            out.append(head(calibration)).append("\n\n");
            print(costs(calibration), out, columns, ink);
            out.append('\n');
            print(heldOut(calibration), out, columns, ink);
            out.append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("can't print the calibration: " + e.getMessage(), e);
        }
    }

    private static void print(Table table, Appendable out, int columns, Ink ink) throws IOException {
        for (String line : TextTable.lines(table, columns, ink)) {
            out.append(line).append('\n');
        }
    }

    private static String head(Calibration c) {
        return "What this machine takes: " + c.key().cpu() + ", " + c.key().cores() + " cores, "
                + c.key().kernel()
                + ", Java " + c.key().jdk() + ", " + c.key().transport() + "; "
                + (c.brief() ? "briefly " : "") + "measured " + c.at() + " in " + Words.time(c.elapsedNanos());
    }

    private static Table costs(Calibration calibration) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < calibration.server().costs().size(); i++) {
            Cost server = calibration.server().costs().get(i);
            Cost clients = calibration.clients().costs().get(i);
            rows.add(List.of(
                    Cell.of(server.unit().text()),
                    Cell.of(cost(server)),
                    Cell.of(range(server)),
                    Cell.of(cost(clients)),
                    Cell.of(range(clients))));
        }
        rows.add(List.of(
                Cell.of("fit: off by (r.m.s.)"),
                Cell.of(residual(calibration.server())),
                Cell.of(calibration.server().rows() + " stretches"),
                Cell.of(residual(calibration.clients())),
                Cell.of(calibration.clients().rows() + " stretches")));
        rows.add(List.of(
                Cell.of("way between idle lanes"),
                Cell.of(Words.time(calibration.hop().nanos())),
                Cell.of(Words.time(calibration.hop().lowNanos()) + " – "
                        + Words.time(calibration.hop().highNanos())),
                Cell.none(),
                Cell.none()));
        return new Table(
                "CPU time",
                List.of(
                        Column.text(""),
                        new Column("server", "each", true),
                        new Column("server", "95 % interval", true),
                        new Column("load generator", "each", true),
                        new Column("load generator", "95 % interval", true)),
                rows);
    }

    private static String residual(Fit fit) {
        return Words.percent(fit.residual());
    }

    /** Bytes cost less than a nanosecond. */
    private static String nanos(double nanos) {
        return nanos < 10 ? Math.round(nanos * 1000) / 1000.0 + " ns" : Words.time(nanos);
    }

    private static String cost(Cost cost) {
        return cost.apart() ? nanos(cost.nanos()) : "in others";
    }

    private static String range(Cost cost) {
        return cost.apart() ? nanos(cost.lowNanos()) + " – " + nanos(cost.highNanos()) : "can't be told apart";
    }

    private static Table heldOut(Calibration calibration) {
        List<List<Cell>> rows = new ArrayList<>();
        for (HeldOut one : calibration.heldOut()) {
            rows.add(List.of(
                    Cell.of(one.lane() + " at " + Words.rate(one.perSecond())),
                    Cell.of(Words.time(one.measuredNanos())),
                    Cell.of(Words.time(one.predictedNanos())),
                    Cell.of(Words.signed(one.relative()))));
        }
        return new Table(
                "Held out",
                List.of(
                        Column.text(""),
                        new Column("CPU time per message", "measured", true),
                        new Column("CPU time per message", "predicted", true),
                        new Column("", "off by", true)),
                rows);
    }
}

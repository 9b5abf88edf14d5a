package dev.chokepoint.report;

import dev.chokepoint.lab.compare.Compared;
import dev.chokepoint.lab.compare.Outcome;
import dev.chokepoint.lab.run.LiveMeasurement;
import dev.chokepoint.lab.scenario.Quantities;
import dev.chokepoint.report.Table.Cell;
import dev.chokepoint.report.Table.Column;
import dev.chokepoint.report.Table.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each variant measured, one table a number of clients. */
final class VariantTable {
    private VariantTable() {}

    static Table of(Compared compared, int clients) {
        return new Table(
                connections(clients),
                List.of(
                        Column.text(""),
                        new Column("", "carried", true),
                        new Column("latency", "p50", true),
                        new Column("latency", "p99", true),
                        new Column("server", "CPU/message", true),
                        new Column("server", "memory", true),
                        new Column("server", "threads", true)),
                compared.with(clients).stream().map(VariantTable::row).toList());
    }

    static String connections(int clients) {
        return Words.count(clients) + (clients == 1 ? " connection" : " connections");
    }

    private static List<Cell> row(Outcome outcome) {
        String series = outcome.variant().series();
        boolean doubted = outcome.doubt().isPresent();
        String mark = outcome.skipped().isPresent() ? " (skipped)" : doubted ? " (VOID)" : "";
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(series + mark, doubted ? Tone.BAD : Tone.PLAIN)));
        if (outcome.measured().isEmpty()) {
            for (int i = 0; i < 6; i++) {
                cells.add(Cell.none());
            }
            return cells;
        }
        for (String figure : figures(outcome, outcome.measured().orElseThrow())) {
            cells.add(Cell.of(figure, doubted ? Tone.QUIET : Tone.PLAIN));
        }
        return cells;
    }

    private static List<String> figures(Outcome outcome, LiveMeasurement measured) {
        long memory = measured.server().memoryBytesMax();
        return List.of(
                Words.rate(outcome.carriedPerSecond()),
                Words.time(measured.result().latency().p50Nanos()),
                Words.time(measured.result().latency().p99Nanos()),
                Words.time(outcome.cpuNanosPerMessage()),
                memory == 0 ? "–" : Quantities.bytes((double) memory),
                Words.count(measured.server().threadsMax()));
    }

    /** Why some are void or missing; those of one number of clients and one reason are said together. */
    static List<String> doubts(Compared compared) {
        Map<String, List<String>> series = new LinkedHashMap<>();
        for (Outcome outcome : compared.outcomes()) {
            String what = (outcome.skipped().isPresent() ? "skipped at " : "VOID at ")
                    + connections(outcome.variant().clients()) + ", ";
            outcome.doubt()
                    .ifPresent(why -> series.computeIfAbsent(what + "%s: " + why, _ -> new ArrayList<>())
                            .add(outcome.variant().series()));
        }
        List<String> doubts = new ArrayList<>();
        series.forEach((text, names) -> doubts.add(text.replaceFirst("%s", String.join(", ", names))));
        if (compared.outcomes().size() < compared.asked()) {
            doubts.add("stopped early: " + compared.outcomes().size() + " of " + compared.asked() + " were run");
        }
        return doubts;
    }

    /** Who carries most, at each number of clients. */
    static List<String> answers(Compared compared) {
        return compared.clients().stream()
                .map(clients -> answer(compared, clients))
                .toList();
    }

    private static String answer(Compared compared, int clients) {
        String at = "At " + connections(clients) + " ";
        return compared.most(clients)
                .map(most -> at + most.variant().series() + " carries most, " + Words.rate(most.carriedPerSecond())
                        + least(compared, clients, most) + ".")
                .orElse(at + "no run can be believed.");
    }

    private static String least(Compared compared, int clients, Outcome most) {
        return compared.least(clients)
                .filter(least -> !least.equals(most) && least.carriedPerSecond() > 0)
                .map(least -> ", and " + least.variant().series() + " least, " + Words.rate(least.carriedPerSecond()))
                .orElse("");
    }
}

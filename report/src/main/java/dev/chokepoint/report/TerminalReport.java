package dev.chokepoint.report;

import dev.chokepoint.lab.measure.GeneratorFigures;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.report.Table.Tone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A run's results as text: the answer first, the evidence after it. UTF-8 characters; stateless. */
public final class TerminalReport {
    /** Narrower than this nothing is readable: lines then run over. */
    private static final int NARROWEST = 60;

    /** Running text wider than this is hard to read. */
    private static final int WIDEST_TEXT = 100;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final RunResult result;
    private final Appendable out;
    private final int columns;
    private final Ink ink;

    private TerminalReport(RunResult result, Appendable out, int columns, boolean colour) {
        this.result = result;
        this.out = out;
        this.columns = Math.max(NARROWEST, columns);
        this.ink = new Ink(colour);
    }

    /**
     * Prints a run.
     *
     * @param result what to print
     * @param out where to
     * @param columns the terminal's width; below 60 counts as 60
     * @param colour whether ANSI escape sequences may be used
     * @throws UncheckedIOException {@code out} failed
     */
    public static void print(RunResult result, Appendable out, int columns, boolean colour) {
        try {
            new TerminalReport(result, out, columns, colour).print();
        } catch (IOException e) {
            throw new UncheckedIOException("can't print the results: " + e.getMessage(), e);
        }
    }

    /**
     * The line that says where a report was written.
     *
     * @param file the written file
     * @return one line without its end
     */
    public static String written(Path file) {
        return "Report: " + file;
    }

    private void print() throws IOException {
        head();
        answer();
        table(MeasuredTable.brief(result));
        paragraph(Tone.QUIET, "  ", legend(result).orElse(""));
        phases();
        table(ResourceTable.brief(result));
        if (result.worlds().stream().anyMatch(w -> w.diagnosis().chokepoint().isPresent())) {
            table(ProofTable.of(result));
        }
        aftermath();
        if (!result.verdicts().isEmpty()) {
            table(ObjectiveTable.of(result));
        }
        foot();
    }

    private void head() throws IOException {
        String about = result.scenario().about();
        paragraph(Tone.QUIET, "", result.scenario().name() + (about.isEmpty() ? "" : ": " + about));
        line("");
    }

    private void answer() throws IOException {
        Answer answer = Answer.of(result);
        for (String warning : answer.warnings()) {
            paragraph(Tone.BAD, "", warning);
        }
        paragraph(Tone.STRONG, "", answer.headline());
        paragraph(Tone.PLAIN, "", String.join(" ", answer.details()));
    }

    private void phases() throws IOException {
        if (result.worlds().stream().allMatch(w -> w.phases().isEmpty())) {
            return;
        }
        table(PhaseTable.brief(result));
        List<String> small = PhaseTable.small(result);
        String rest = small.isEmpty() ? "" : "; under 0.5 % each: " + String.join(", ", small);
        paragraph(Tone.QUIET, "  ", "tail: share in the slowest 1 % of messages" + rest);
    }

    private void aftermath() throws IOException {
        Optional<Table> table = AftermathTable.of(result);
        if (table.isPresent()) {
            table(table.get());
            paragraph(Tone.QUIET, "  ", AftermathTable.legend(result).orElse(""));
        }
    }

    private void foot() throws IOException {
        line("");
        for (WorldResult world : result.worlds()) {
            for (String note : world.notes()) {
                paragraph(Tone.PLAIN, "", "Note, " + Words.world(world.world()) + ": " + note);
            }
        }
        for (WorldResult world : result.worlds()) {
            paragraph(Tone.QUIET, "", Words.world(world.world()) + ": " + run(world));
        }
        String seed = "Seed " + result.scenario().seed() + ", " + TIME.format(result.startedAt());
        paragraph(Tone.QUIET, "", seed + ", " + result.machine());
    }

    static String run(WorldResult world) {
        String hash = world.traceHash().map(h -> ", trace hash " + h).orElse("");
        return measured(world) + " in " + Words.time(world.elapsedNanos()) + hash
                + world.generator().map(TerminalReport::generator).orElse("");
    }

    private static String measured(WorldResult world) {
        long nanos = world.load().windowNanos();
        int runs =
                world.statistics().map(statistics -> statistics.runs().size()).orElse(1);
        return runs == 1
                ? Words.time(nanos) + " measured, one run without intervals,"
                : runs + " replications of " + Words.time(nanos / runs);
    }

    /** What the signs behind figures mean, where there are any. */
    static Optional<String> legend(RunResult result) {
        boolean intervals = result.worlds().stream()
                .flatMap(world -> world.statistics().stream())
                .anyMatch(statistics -> statistics.runs().size() > 1);
        if (!intervals) {
            return Optional.empty();
        }
        boolean twin = result.differences().stream().anyMatch(d -> d.world() == WorldResult.World.TWIN);
        return Optional.of("±: 95 %, Student's t over the replications; ?: not known well enough"
                + (twin ? "; inside, beyond: the 95 % interval of the twin for one more run" : ""));
    }

    private static String generator(GeneratorFigures g) {
        return ", load generator (process " + g.processId() + ") late by " + Words.time(g.sendLagP50Nanos())
                + " p50, " + Words.time(g.sendLagP99Nanos()) + " p99, " + Words.percent(g.cpuOfOneCore())
                + " of a core";
    }

    private void table(Table table) throws IOException {
        line("");
        for (String line : TextTable.lines(table, columns, ink)) {
            line(line);
        }
    }

    private void paragraph(Tone tone, String indent, String text) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        int width = Math.min(columns, WIDEST_TEXT) - indent.length();
        for (String line : Text.wrap(Text.clean(text), width)) {
            line(indent + ink.paint(tone, line));
        }
    }

    private void line(String line) throws IOException {
        out.append(line).append('\n');
    }
}

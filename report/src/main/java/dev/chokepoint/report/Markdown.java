package dev.chokepoint.report;

import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.report.Table.Cell;
import dev.chokepoint.report.Table.Column;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run's results as GitHub Flavored Markdown, for a pull request or a job's summary: the answer first, then the evidence. */
final class Markdown {
    private static final String SPECIAL = "\\`*_[]|~$";
    private static final char ZERO_WIDTH_SPACE = '\u200b';

    private final RunResult result;
    private final StringBuilder out = new StringBuilder();

    private Markdown(RunResult result) {
        this.result = result;
    }

    static String text(RunResult result) {
        Markdown markdown = new Markdown(result);
        markdown.write();
        return markdown.out.toString();
    }

    private void write() {
        paragraph("## Chokepoint: " + escaped(result.scenario().name()));
        answer();
        if (!result.verdicts().isEmpty()) {
            table(ObjectiveTable.of(result));
        }
        table(MeasuredTable.brief(result));
        TerminalReport.legend(result).ifPresent(legend -> paragraph(escaped(legend)));
        AftermathTable.of(result).ifPresent(this::table);
        topology();
        details("Resources", () -> table(ResourceTable.brief(result)));
        notes();
        details("How it was run", this::run);
    }

    private void answer() {
        Answer answer = Answer.of(result);
        answer.warnings().forEach(warning -> paragraph("**" + escaped(warning) + "**"));
        paragraph("**" + escaped(answer.headline()) + "**");
        if (!answer.details().isEmpty()) {
            paragraph(escaped(String.join(" ", answer.details())));
        }
    }

    /** The chokepoint that the headline names is marked. */
    private void topology() {
        Optional<String> chokepoint = result.worlds().stream()
                .filter(world -> world.voided().isEmpty())
                .findFirst()
                .flatMap(world -> world.diagnosis().chokepoint())
                .map(Chokepoint::resource);
        paragraph("```mermaid\n" + Mermaid.text(result.drawing(), chokepoint) + "```");
    }

    private void notes() {
        List<String> notes = result.worlds().stream()
                .flatMap(world -> world.notes().stream().map(note -> Words.world(world.world()) + ": " + note))
                .toList();
        if (!notes.isEmpty()) {
            details(
                    "Notes",
                    () -> paragraph(
                            notes.stream().map(note -> "- " + escaped(note)).collect(Collectors.joining("\n"))));
        }
    }

    private void run() {
        StringBuilder lines = new StringBuilder();
        for (WorldResult world : result.worlds()) {
            lines.append("- ")
                    .append(escaped(Words.world(world.world()) + ": " + TerminalReport.run(world)))
                    .append('\n');
        }
        String where = "seed " + result.scenario().seed() + ", " + result.machine() + ", Chokepoint " + About.version();
        paragraph(lines + "- " + escaped(where));
        paragraph(fenced(Command.of(result)));
    }

    private void details(String summary, Runnable content) {
        paragraph("<details>\n<summary>" + summary + "</summary>");
        content.run();
        paragraph("</details>");
    }

    private void table(Table table) {
        paragraph(tabled(table));
    }

    /** A table below its title. */
    static String tabled(Table table) {
        StringBuilder lines = new StringBuilder();
        lines.append(table.columns().stream().map(Markdown::head).collect(Collectors.joining(" | ", "| ", " |\n")));
        lines.append(table.columns().stream()
                .map(column -> column.number() ? "---:" : "---")
                .collect(Collectors.joining(" | ", "| ", " |")));
        for (List<Cell> row : table.rows()) {
            lines.append(row.stream().map(Markdown::cell).collect(Collectors.joining(" | ", "\n| ", " |")));
        }
        return "**" + escaped(table.title()) + "**\n\n" + lines;
    }

    private static String head(Column column) {
        return escaped((column.group() + " " + column.head()).strip());
    }

    private static String cell(Cell cell) {
        String text = escaped(cell.text());
        return switch (cell.tone()) {
            case PLAIN, QUIET -> text;
            case STRONG -> text.isEmpty() ? text : "**" + text + "**";
            case GOOD -> "✓ " + text;
            case BAD -> "✗ " + text;
        };
    }

    private void paragraph(String text) {
        out.append(out.isEmpty() ? "" : "\n").append(text).append('\n');
    }

    private static String fenced(String code) {
        String fence = "```";
        while (code.contains(fence)) {
            fence += "`";
        }
        return fence + "sh\n" + Text.printable(code) + "\n" + fence;
    }

    /** Text that means itself: no markup, no HTML, no line end, no mention of anybody. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        Text.clean(text).codePoints().forEach(c -> escape(c, escaped));
        return escaped.toString().strip();
    }

    private static void escape(int c, StringBuilder escaped) {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '@' -> escaped.append('@').append(ZERO_WIDTH_SPACE);
            default -> {
                if (SPECIAL.indexOf(c) >= 0) {
                    escaped.append('\\');
                }
                escaped.appendCodePoint(c);
            }
        }
    }
}

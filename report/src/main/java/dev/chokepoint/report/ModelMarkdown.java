package dev.chokepoint.report;

import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.models.MessageWay;
import dev.chokepoint.lab.models.MessageWay.Step;
import dev.chokepoint.lab.models.ModelFigures;
import dev.chokepoint.lab.models.ModelsCompared;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The models side by side as GitHub Flavored Markdown, their hosts and a message's way drawn by Mermaid. */
final class ModelMarkdown {
    private final ModelsCompared compared;
    private final StringBuilder out = new StringBuilder();

    private ModelMarkdown(ModelsCompared compared) {
        this.compared = compared;
    }

    static String text(ModelsCompared compared) {
        ModelMarkdown markdown = new ModelMarkdown(compared);
        markdown.write();
        return markdown.out.toString();
    }

    private void write() {
        paragraph("## Chokepoint: " + Markdown.escaped(compared.scenario().name()) + ", the models compared");
        ModelAnswer.of(compared).forEach(answer -> paragraph("**" + Markdown.escaped(answer) + "**"));
        for (World world : compared.worlds()) {
            compared.clients(world)
                    .forEach(clients -> paragraph(Markdown.tabled(ModelTable.of(compared, world, clients))));
        }
        paragraph(Markdown.escaped(ModelTable.legend(compared)));
        compared.worlds().stream()
                .limit(1)
                .flatMap(world -> compared.at(world, compared.clients(world).getFirst()).stream())
                .forEach(one -> one.believed().ifPresent(figures -> model(ModelWords.model(one), figures)));
        List<String> notes = new ArrayList<>(ModelAnswer.alike(compared));
        notes.addAll(ModelTable.doubts(compared));
        if (!notes.isEmpty()) {
            paragraph("<details>\n<summary>Notes</summary>");
            paragraph(notes.stream().map(note -> "- " + Markdown.escaped(note)).collect(Collectors.joining("\n")));
            paragraph("</details>");
        }
        paragraph(Markdown.escaped(
                "Seed " + compared.scenario().seed() + ", " + compared.machine() + ", Chokepoint " + About.version()));
    }

    private void model(String name, ModelFigures figures) {
        paragraph("### " + name);
        paragraph(Markdown.escaped(ModelStory.of(figures)));
        paragraph("```mermaid\n"
                + Mermaid.text(
                        figures.drawing(),
                        figures.result().diagnosis().chokepoint().map(Chokepoint::resource))
                + "```");
        MessageWay way = MessageWay.of(figures.result());
        if (!way.steps().isEmpty()) {
            paragraph("```mermaid\n" + sequence(way) + "```");
        }
    }

    /** A Mermaid sequence diagram of the plainest grammar. */
    static String sequence(MessageWay way) {
        StringBuilder text = new StringBuilder("sequenceDiagram\n");
        for (int i = 0; i < way.hosts().size(); i++) {
            text.append("    participant h").append(i).append(" as ");
            text.append(Mermaid.label(way.hosts().get(i))).append('\n');
        }
        way.steps().forEach(step -> text.append("    ").append(line(way, step)).append('\n'));
        return text.toString();
    }

    private static String line(MessageWay way, Step step) {
        return switch (step) {
            case Step.Hop hop ->
                "h" + way.hosts().indexOf(hop.from()) + "->>h" + way.hosts().indexOf(hop.to()) + ": "
                        + Mermaid.label(Words.time(hop.meanNanos()));
            case Step.Stay stay ->
                String.format(
                        Locale.ROOT,
                        "Note over h%d: %s",
                        way.hosts().indexOf(stay.at()),
                        Mermaid.label(Words.time(stay.meanNanos()) + ", " + Words.phase(stay.phase())));
        };
    }

    private void paragraph(String text) {
        out.append(out.isEmpty() ? "" : "\n").append(text).append('\n');
    }
}

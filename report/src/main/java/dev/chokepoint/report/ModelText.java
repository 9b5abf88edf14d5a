package dev.chokepoint.report;

import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.models.ModelOutcome;
import dev.chokepoint.lab.models.ModelsCompared;
import dev.chokepoint.report.Table.Tone;

/** The models side by side, for a terminal. */
final class ModelText {
    private ModelText() {}

    static void print(ModelsCompared compared, Appendable out, int columns, boolean colour) {
        TextPage page = new TextPage(out, columns, colour);
        String about = compared.scenario().about();
        page.paragraph(Tone.QUIET, compared.scenario().name() + (about.isEmpty() ? "" : ": " + about));
        page.line("");
        ModelAnswer.of(compared).forEach(answer -> page.paragraph(Tone.STRONG, answer));
        for (World world : compared.worlds()) {
            compared.clients(world).forEach(clients -> table(ModelTable.of(compared, world, clients), page));
        }
        page.line("");
        page.paragraph(Tone.QUIET, ModelTable.legend(compared));
        ModelAnswer.alike(compared).forEach(alike -> page.paragraph(Tone.QUIET, alike + "."));
        stories(compared, page);
        page.line("");
        ModelTable.doubts(compared).forEach(doubt -> page.paragraph(Tone.PLAIN, "Note: " + doubt));
        page.paragraph(
                Tone.QUIET,
                "Seed " + compared.scenario().seed() + ", " + compared.startedAt() + ", " + compared.machine());
    }

    /** One table in two pieces, each narrow enough to be read. */
    private static void table(Table whole, TextPage page) {
        page.table(whole.part(1, ModelTable.HOW_GOOD));
        page.table(whole.part(ModelTable.HOW_GOOD, whole.columns().size()));
    }

    private static void stories(ModelsCompared compared, TextPage page) {
        compared.worlds().stream()
                .limit(1)
                .forEach(world -> compared.at(world, compared.clients(world).getFirst()).stream()
                        .filter(one -> one.believed().isPresent())
                        .forEach(one -> story(one, page)));
    }

    private static void story(ModelOutcome outcome, TextPage page) {
        page.line("");
        page.paragraph(
                Tone.PLAIN,
                ModelWords.model(outcome) + ": "
                        + ModelStory.of(outcome.believed().orElseThrow()));
    }
}

package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.ModelParts.BackplaneSpec;
import java.util.List;
import java.util.Optional;

/** {@code backplane}: what joins the servers of a chat in the model {@code replicated}. */
final class BackplaneForm implements Form<BackplaneSpec> {
    static final List<String> KEYS = List.of("cores", "machine", "link");

    /** One core, joined to the servers by links that cost nothing. */
    static final BackplaneSpec STANDARD = new BackplaneSpec(1, Optional.empty(), LinkForm.STANDARD);

    private static final int MOST_CORES = 64;

    private final Problems problems;

    BackplaneForm(Problems problems) {
        this.problems = problems;
    }

    @Override
    public BackplaneSpec read(Node node) throws Unfit {
        Section section = new Section("backplane", node, KEYS, problems);
        return new BackplaneSpec(
                section.read("cores", Forms.count(1, MOST_CORES), STANDARD.cores()),
                section.find("machine", NetworkForm::end),
                section.read("link", new LinkForm(problems), STANDARD.link()));
    }
}

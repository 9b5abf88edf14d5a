package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.ModelParts.FederationSpec;
import java.util.List;

/** {@code federation}: how the servers of the model {@code federated} are joined. */
final class FederationForm implements Form<FederationSpec> {
    static final List<String> KEYS = List.of("children", "link");

    /** A binary tree whose links cost nothing. */
    static final FederationSpec STANDARD = new FederationSpec(2, LinkForm.STANDARD);

    private static final int MOST_CHILDREN = 1000;

    private final Problems problems;

    FederationForm(Problems problems) {
        this.problems = problems;
    }

    @Override
    public FederationSpec read(Node node) throws Unfit {
        Section section = new Section("federation", node, KEYS, problems);
        return new FederationSpec(
                section.read("children", Forms.count(1, MOST_CHILDREN), STANDARD.children()),
                section.read("link", new LinkForm(problems), STANDARD.link()));
    }
}

package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.ModelParts.MeshSpec;
import java.util.List;

/** {@code mesh}: how peers know each other in the model {@code mesh}. */
final class MeshForm implements Form<MeshSpec> {
    static final List<String> KEYS = List.of("neighbours", "fanout");

    private static final int NEIGHBOURS = 6;
    private static final int MOST = 1000;

    /** Six neighbours, to all of which messages are passed on. */
    static final MeshSpec STANDARD = new MeshSpec(NEIGHBOURS, NEIGHBOURS);

    private final Problems problems;

    MeshForm(Problems problems) {
        this.problems = problems;
    }

    @Override
    public MeshSpec read(Node node) throws Unfit {
        Section section = new Section("mesh", node, KEYS, problems);
        int neighbours = section.read("neighbours", Forms.count(2, MOST), NEIGHBOURS);
        return new MeshSpec(neighbours, section.read("fanout", Forms.count(1, MOST), neighbours));
    }
}

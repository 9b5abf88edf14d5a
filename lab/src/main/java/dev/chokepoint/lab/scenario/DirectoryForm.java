package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.ModelParts.DirectorySpec;
import dev.chokepoint.programs.load.ServiceTime;
import java.util.List;

/** {@code directory}: who tells clients of {@code ask} where to ask in the model {@code hybrid}. */
final class DirectoryForm implements Form<DirectorySpec> {
    static final List<String> KEYS = List.of("cores", "work", "remember");

    /** One core, look-ups without work of their own, remembered for ten seconds. */
    static final DirectorySpec STANDARD = new DirectorySpec(1, new ServiceTime.Constant(0), 10_000_000_000L);

    private static final int MOST_CORES = 64;

    private final Problems problems;

    DirectoryForm(Problems problems) {
        this.problems = problems;
    }

    @Override
    public DirectorySpec read(Node node) throws Unfit {
        Section section = new Section("directory", node, KEYS, problems);
        return new DirectorySpec(
                section.read("cores", Forms.count(1, MOST_CORES), STANDARD.cores()),
                section.read("work", new LawForm("work", problems), STANDARD.work()),
                section.read("remember", Forms.time("1ms", "24h"), STANDARD.rememberNanos()));
    }
}

package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Scenario.Law;
import dev.chokepoint.lab.scenario.Scenario.Law.Shape;
import java.util.List;

/** A random time: {@code 1ms}, or <code>{mean: 1ms, law: exponential}</code>. */
final class LawForm implements Form<Law> {
    static final List<String> KEYS = List.of("mean", "law");

    private static final Form<Long> MEAN = Forms.time("0s", "1h");

    private final String name;
    private final Problems problems;

    LawForm(String name, Problems problems) {
        this.name = name;
        this.problems = problems;
    }

    @Override
    public Law read(Node node) throws Unfit {
        if (node instanceof Node.Scalar) {
            return new Law(Shape.CONSTANT, MEAN.read(node));
        }
        Section section = new Section(name, node, KEYS, problems);
        long mean = section.require("mean", MEAN, "mean: 1ms").orElse(0L);
        return new Law(section.read("law", Forms.choice(Shape.class), Shape.CONSTANT), mean);
    }
}

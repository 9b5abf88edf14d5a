package dev.chokepoint.lab.scenario;

import dev.chokepoint.programs.load.ServiceTime;
import java.util.List;

/** A random time: {@code 1ms}, or <code>{mean: 1ms, law: exponential}</code>. */
final class LawForm implements Form<ServiceTime> {
    static final List<String> KEYS = List.of("mean", "law");

    private static final Form<Long> MEAN = Forms.time("0s", "1h");

    private final String name;
    private final Problems problems;

    LawForm(String name, Problems problems) {
        this.name = name;
        this.problems = problems;
    }

    @Override
    public ServiceTime read(Node node) throws Unfit {
        if (node instanceof Node.Scalar) {
            return new ServiceTime.Constant(MEAN.read(node));
        }
        Section section = new Section(name, node, KEYS, problems);
        long mean = section.require("mean", MEAN, "mean: 1ms").orElse(0L);
        return switch (section.read("law", Forms.choice(Law.class), Law.CONSTANT)) {
            case CONSTANT -> new ServiceTime.Constant(mean);
            case EXPONENTIAL -> new ServiceTime.Exponential(mean);
        };
    }

    /** The distributions that a scenario can name. */
    private enum Law {
        CONSTANT,
        EXPONENTIAL
    }
}

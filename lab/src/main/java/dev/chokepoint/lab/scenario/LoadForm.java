package dev.chokepoint.lab.scenario;

import dev.chokepoint.programs.load.ServiceTime;
import dev.chokepoint.programs.load.Workload;
import dev.chokepoint.programs.load.Workload.Step;
import java.util.List;
import java.util.Optional;

/** {@code load}: when requests are made. */
final class LoadForm implements Form<Workload> {
    static final List<String> KEYS = List.of("poisson", "constant", "steps", "closed");
    static final List<String> STEP_KEYS = List.of("rate", "for");
    static final List<String> CLOSED_KEYS = List.of("think");

    /** Goes on in place of one that is wrong. */
    static final Workload STAND_IN = new Workload.Poisson(1);

    private static final Form<Double> RATE = Forms.rate("0.1/min", "10M/s");
    private static final int MOST_STEPS = 1000;

    private final Problems problems;

    LoadForm(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Workload read(Node node) throws Unfit {
        Section section = new Section("load", node, KEYS, problems);
        Optional<Workload> load = section.only(KEYS).flatMap(kind -> section.find(kind, form(kind)));
        return load.orElse(STAND_IN);
    }

    private Form<Workload> form(String kind) {
        return switch (kind) {
            case "poisson" -> node -> new Workload.Poisson(RATE.read(node));
            case "constant" -> node -> new Workload.Constant(RATE.read(node));
            case "steps" ->
                node -> new Workload.Steps(
                        Forms.list("step", 1, MOST_STEPS, this::step, problems).read(node));
            default -> this::closed;
        };
    }

    private Step step(Node node) throws Unfit {
        Section section = new Section("step", node, STEP_KEYS, problems);
        double rate = section.require("rate", RATE, "rate: 100/s").orElse(1.0);
        return new Step(
                rate,
                section.require("for", Forms.time("1ms", "24h"), "for: 2s").orElse(1L));
    }

    private Workload closed(Node node) throws Unfit {
        Section section = new Section("closed", node, CLOSED_KEYS, problems);
        Optional<ServiceTime> think = section.require("think", new LawForm("think", problems), "think: 1s");
        return new Workload.Closed(think.orElse(new ServiceTime.Constant(0)));
    }
}

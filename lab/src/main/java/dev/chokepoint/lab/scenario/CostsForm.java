package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Scenario.Costs;
import java.util.List;

/** {@code costs}: what the simulator charges for what every server does. */
final class CostsForm implements Form<Costs> {
    static final List<String> KEYS = List.of("turn", "accept", "read", "write", "byte");

    /** About what a server on this seam takes on a machine of 2025. */
    static final Costs STANDARD = new Costs(2_000, 20_000, 2_000, 4_000, 100);

    private static final Form<Long> TIME = Forms.time("0s", "1s");

    private final Problems problems;

    CostsForm(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Costs read(Node node) throws Unfit {
        Section section = new Section("costs", node, KEYS, problems);
        return new Costs(
                section.read("turn", TIME, STANDARD.turnNanos()),
                section.read("accept", TIME, STANDARD.acceptNanos()),
                section.read("read", TIME, STANDARD.readNanos()),
                section.read("write", TIME, STANDARD.writeNanos()),
                section.read("byte", Forms.picos("0s", "1us"), STANDARD.bytePicos()));
    }
}

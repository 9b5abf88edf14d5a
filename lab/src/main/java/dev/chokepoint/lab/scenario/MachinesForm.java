package dev.chokepoint.lab.scenario;

import java.util.List;

/** {@code machines}: computers that several hosts share. */
final class MachinesForm implements Form<List<MachineSpec>> {
    static final List<String> KEYS = List.of("name", "cores");

    private static final int MOST = 64;
    private static final int MOST_CORES = 64;

    private final Problems problems;

    MachinesForm(Problems problems) {
        this.problems = problems;
    }

    @Override
    public List<MachineSpec> read(Node node) throws Unfit {
        return Forms.list("machine", 1, MOST, this::machine, problems).read(node);
    }

    private MachineSpec machine(Node node) throws Unfit {
        Section section = new Section("a machine", node, KEYS, problems);
        String name = section.require("name", NetworkForm::name, "name: box").orElse("");
        int cores =
                section.require("cores", Forms.count(1, MOST_CORES), "cores: 2").orElse(1);
        return new MachineSpec(name, cores);
    }
}

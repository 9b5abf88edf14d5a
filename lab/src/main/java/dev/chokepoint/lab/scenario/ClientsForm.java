package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Node.Entries;
import dev.chokepoint.lab.scenario.Node.Items;
import dev.chokepoint.lab.scenario.Node.Scalar;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Scenario.LinkSpec;
import dev.chokepoint.programs.load.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code clients}: the groups of clients. */
final class ClientsForm implements Form<List<ClientGroup>> {
    static final List<String> KEYS = List.of("name", "count", "load", "queue", "to", "link", "access", "machine");

    /** The most clients of a scenario. */
    static final int MOST_CLIENTS = 1_000_000;

    private static final int MOST_GROUPS = 64;
    private static final String STANDARD_NAME = "clients";
    private static final int STANDARD_QUEUE = 10_000;

    private final Problems problems;
    private final String entrance;

    /** Clients whose links lead to {@code entrance} when nothing else is said. */
    ClientsForm(Problems problems, String entrance) {
        this.problems = problems;
        this.entrance = entrance;
    }

    @Override
    public List<ClientGroup> read(Node node) throws Unfit {
        List<ClientGroup> groups =
                Forms.list("clients", 1, MOST_GROUPS, this::group, problems).read(node);
        if (node instanceof Items list) {
            checkNames(list.items());
        }
        return groups;
    }

    private ClientGroup group(Node node) throws Unfit {
        Section section = new Section("a client group", node, KEYS, problems);
        String name = section.read("name", NetworkForm::name, STANDARD_NAME);
        int count = section.read("count", Forms.count(1, MOST_CLIENTS), 1);
        Workload load = section.require("load", new LoadForm(problems), "load: {poisson: 400/s}")
                .orElse(LoadForm.STAND_IN);
        int queue = section.read("queue", at -> queue(at, load), STANDARD_QUEUE);
        String to = section.read("to", NetworkForm::end, entrance);
        Optional<String> machine = section.find("machine", NetworkForm::end);
        Optional<LinkSpec> access = section.find("access", new LinkForm(problems));
        Optional<LinkSpec> link = section.find("link", new LinkForm(problems));
        Optional<LinkSpec> shared = access.isEmpty() ? Optional.of(link.orElse(LinkForm.STANDARD)) : link;
        return new ClientGroup(name, count, load, queue, to, access, shared, machine);
    }

    private static int queue(Node node, Workload load) throws Unfit {
        if (load instanceof Workload.Closed) {
            throw new Unfit(node, "clients of a closed load wait for their answers and never queue", "remove queue");
        }
        return Forms.count(0, 10_000_000).read(node);
    }

    private void checkNames(List<Node> groups) {
        Map<String, Node> first = new LinkedHashMap<>();
        for (Node group : groups) {
            String name = nameOf(group);
            Node earlier = first.putIfAbsent(name, group);
            if (earlier != null) {
                problems.add(
                        group.at("name"),
                        "two groups of clients are named " + Problems.quoted(name) + ", the first on line "
                                + earlier.at("name").line(),
                        "give each group its own name: key");
            }
        }
    }

    private static String nameOf(Node group) {
        boolean named = group instanceof Entries entries && entries.find("name").isPresent();
        return named && ((Entries) group).find("name").orElseThrow().value() instanceof Scalar scalar
                ? scalar.value()
                : STANDARD_NAME;
    }
}

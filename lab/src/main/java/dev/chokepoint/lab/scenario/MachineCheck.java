package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds machines that nobody is on, that have one name, or that are not there. */
record MachineCheck(Scenario scenario, Node root, Problems problems) {
    void check() {
        List<String> known = scenario.machines().stream().map(MachineSpec::name).toList();
        Set<String> used = new LinkedHashSet<>();
        checkHost(scenario.server().machine(), known, used, ServerSpec.NAME, "machine");
        scenario.balancer().ifPresent(balancer -> checkHost(balancer.machine(), known, used, "balancer", "machine"));
        if (scenario.app() instanceof Scenario.App.Chat) {
            checkHost(scenario.parts().backplane().machine(), known, used, ModelParts.BackplaneSpec.NAME, "machine");
        }
        for (int i = 0; i < scenario.clients().size(); i++) {
            checkHost(scenario.clients().get(i).machine(), known, used, "clients", String.valueOf(i), "machine");
        }
        checkNames(known, used);
    }

    private void checkHost(Optional<String> machine, List<String> known, Set<String> used, String... path) {
        if (machine.isEmpty()) {
            return;
        }
        String name = machine.get();
        used.add(name);
        if (!known.contains(name)) {
            problems.add(
                    root.at(path),
                    "machine: no machine is called " + Problems.quoted(name),
                    Spelling.suggestion(name, known)
                            + (known.isEmpty()
                                    ? "add it: machines: [{name: " + name + ", cores: 2}]"
                                    : "there are: " + String.join(", ", known)));
        }
    }

    private void checkNames(List<String> known, Set<String> used) {
        List<String> taken = new ArrayList<>(scenario.network().routers());
        scenario.clients().stream().map(ClientGroup::name).forEach(taken::add);
        for (int i = 0; i < known.size(); i++) {
            String name = known.get(i);
            Node.Spot spot = root.at("machines", String.valueOf(i), "name");
            if (taken.contains(name)) {
                problems.add(
                        spot,
                        "machine " + (i + 1) + ": there is another machine, router or group of clients named "
                                + Problems.quoted(name),
                        "give each its own name");
            } else if (!used.contains(name) && known.containsAll(used)) { // else it is most likely the one meant
                problems.add(
                        spot,
                        "machine " + (i + 1) + ": nothing is on " + Problems.quoted(name),
                        "put the server or a group of clients there with machine: " + name + ", or remove it");
            }
            taken.add(name);
        }
    }
}

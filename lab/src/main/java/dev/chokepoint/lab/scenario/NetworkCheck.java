package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Network.Wire;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds what can't work in a network: names that are nobody's, ends without a way between them. */
record NetworkCheck(Scenario scenario, Node root, Problems problems) {
    /** False when some group can't reach the server. */
    boolean check() {
        checkRouters();
        checkLinks();
        return checkGroups();
    }

    private void checkRouters() {
        Set<String> taken = new LinkedHashSet<>();
        for (ClientGroup group : scenario.clients()) {
            taken.add(group.name());
            taken.add(Route.routerOf(group));
        }
        List<String> routers = scenario.network().routers();
        for (int i = 0; i < routers.size(); i++) {
            if (!taken.add(routers.get(i))) {
                problems.add(
                        root.at("network", "routers", String.valueOf(i)),
                        "router " + (i + 1) + ": there is another router or group of clients named "
                                + Problems.quoted(routers.get(i)),
                        "give each its own name");
            }
        }
    }

    private void checkLinks() {
        Set<Set<String>> joined = new LinkedHashSet<>();
        List<Wire> links = scenario.network().links();
        for (int i = 0; i < links.size(); i++) {
            Wire wire = links.get(i);
            String number = String.valueOf(i);
            checkEnd(wire.from(), "network", "links", number, "from");
            checkEnd(wire.to(), "network", "links", number, "to");
            if (wire.from().equals(wire.to()) || !joined.add(new TreeSet<>(List.of(wire.from(), wire.to())))) {
                problems.add(
                        root.at("network", "links", number, "to"),
                        "link " + (i + 1) + ": joins " + wire.from() + " and " + wire.to()
                                + (wire.from().equals(wire.to()) ? ", which are one" : ", as an earlier one does"),
                        "a link joins two ends, and at most one link joins the same two");
            }
        }
    }

    private boolean checkGroups() {
        boolean linked = true;
        for (int i = 0; i < scenario.clients().size(); i++) {
            linked &= checkGroup(scenario.clients().get(i).to(), String.valueOf(i));
        }
        return linked;
    }

    private boolean checkGroup(String to, String number) {
        if (!checkEnd(to, "clients", number, "to")) {
            return false;
        }
        boolean linked = scenario.network().way(to, scenario.model().entrance()).isPresent();
        if (!linked) {
            problems.add(
                    root.at("clients", number, "to"),
                    "to: no way leads from " + to + " to the "
                            + scenario.model().entrance(),
                    "add a link to network, such as {from: " + to + ", to: "
                            + scenario.model().entrance() + "}");
        }
        return linked;
    }

    private boolean checkEnd(String name, String... path) {
        List<String> known = new ArrayList<>(scenario.network().routers());
        known.add(scenario.model().entrance());
        if (known.contains(name)) {
            return true;
        }
        problems.add(
                root.at(path),
                path[path.length - 1] + ": nothing in network is called " + Problems.quoted(name),
                Spelling.suggestion(name, known) + "there are: " + String.join(", ", known));
        return false;
    }
}

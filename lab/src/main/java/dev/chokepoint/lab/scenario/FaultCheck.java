package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Node.Spot;
import dev.chokepoint.lab.scenario.PlannedFault.CrashProcess;
import dev.chokepoint.lab.scenario.PlannedFault.Partition;
import dev.chokepoint.lab.scenario.PlannedFault.PowerOff;
import dev.chokepoint.lab.scenario.PlannedFault.Restart;
import dev.chokepoint.lab.scenario.PlannedFault.Slow;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds faults of hosts that are not there, too late, or that can't happen to what is dead or alive by then. */
final class FaultCheck {
    private final Scenario scenario;
    private final Node root;
    private final Problems problems;
    private final List<String> groups;
    private final List<String> hosts;

    FaultCheck(Scenario scenario, Node root, Problems problems) {
        this.scenario = scenario;
        this.root = root;
        this.problems = problems;
        groups = scenario.clients().stream().map(ClientGroup::name).toList();
        hosts = new ArrayList<>(groups);
        if (scenario.model() != Model.MESH) {
            hosts.addAll(scenario.server().names());
        }
        scenario.balancer().ifPresent(_ -> hosts.add(BalancerSpec.NAME));
        if (scenario.hasBackplane()) {
            hosts.add(ModelParts.BackplaneSpec.NAME);
        }
        if (scenario.hasDirectory()) {
            hosts.add(ModelParts.DirectorySpec.NAME);
        }
    }

    void check() {
        long endNanos = scenario.warmupNanos() + scenario.durationNanos();
        Set<String> dead = new LinkedHashSet<>();
        long lastNanos = 0;
        for (int i = 0; i < scenario.faults().size(); i++) {
            PlannedFault fault = scenario.faults().get(i);
            String name = "faults " + (i + 1) + ": ";
            Spot spot = root.at("faults", String.valueOf(i));
            if (fault.atNanos() < lastNanos) {
                problems.add(spot, name + "comes before the one above it", "put them in the order of time");
            } else if (fault.atNanos() >= endNanos) {
                problems.add(
                        spot,
                        name + Quantities.time(fault.atNanos()) + " is not before the end of the load",
                        "warmup and duration end at " + Quantities.time(endNanos));
            } else {
                check(fault, spot, name, dead);
            }
            lastNanos = fault.atNanos();
        }
    }

    private void check(PlannedFault fault, Spot spot, String name, Set<String> dead) {
        switch (fault.action()) {
            case CrashProcess crash
            when isPeer(crash.host()) -> {
                if (!dead.add(crash.host())) {
                    problems.add(spot, name + crash.host() + " is dead already", "crash another");
                }
            }
            case CrashProcess crash -> kill(crash.host(), spot, name, dead);
            case PowerOff off -> kill(off.host(), spot, name, dead);
            case Restart restart -> restart(restart.host(), spot, name, dead);
            case Partition partition -> {
                boolean known = areKnown(partition.some(), spot, name) && areKnown(partition.others(), spot, name);
                if (known && partition.some().stream().anyMatch(partition.others()::contains)) {
                    problems.add(spot, name + "a host can't be cut off from itself", "name each host on one side");
                }
            }
            case Slow slow -> {
                boolean known = areKnown(List.of(slow.from(), slow.to()), spot, name);
                if (known && slow.from().equals(slow.to())) {
                    problems.add(spot, name + "nothing crosses a network from a host to itself", "name two hosts");
                }
            }
        }
    }

    /** Where clients talk to clients, each is a process of its own. */
    private boolean isPeer(String host) {
        return scenario.hasPeers()
                && scenario.clients().stream().anyMatch(group -> PlannedFault.numberIn(group, host) > 0);
    }

    private void kill(String host, Spot spot, String name, Set<String> dead) {
        if (areKnown(List.of(host), spot, name) && !dead.add(host)) {
            problems.add(spot, name + host + " is dead already", "restart " + host + " before");
        }
    }

    private void restart(String host, Spot spot, String name, Set<String> dead) {
        if (!areKnown(List.of(host), spot, name)) {
            return;
        }
        if (groups.contains(host)) {
            problems.add(
                    spot,
                    name + host + " is a group of clients, whose load can't begin again",
                    "restart one of: " + String.join(", ", hosts.subList(groups.size(), hosts.size())));
        } else if (!dead.remove(host)) {
            problems.add(spot, name + host + " is not dead", "crash " + host + " or power it off before");
        }
    }

    private boolean areKnown(List<String> names, Spot spot, String prefix) {
        for (String name : names) {
            if (!hosts.contains(name)) {
                problems.add(
                        spot,
                        prefix + "no host is called " + Problems.quoted(name),
                        Spelling.suggestion(name, hosts) + "hosts: " + String.join(", ", hosts));
                return false;
            }
        }
        return true;
    }
}

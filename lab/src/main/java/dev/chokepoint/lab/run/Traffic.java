package dev.chokepoint.lab.run;

import dev.chokepoint.host.world.AccessLinks;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.host.world.ResourceUse.Kind;
import dev.chokepoint.lab.measure.NodeBytes;
import dev.chokepoint.lab.measure.ResourceMeter.Snapshot;
import dev.chokepoint.lab.measure.Window;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.topology.AddressPlan;
import dev.chokepoint.lab.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many bytes passed through each host, from what its links report: equal servers are told apart here. Not thread-safe. */
final class Traffic {
    private final Topology topology;
    private final Scenario scenario;
    private final List<Snapshot> snapshots = new ArrayList<>();

    Traffic(Scenario scenario) {
        this.scenario = scenario;
        this.topology = Topology.of(scenario, new AddressPlan.Virtual(scenario.family()));
    }

    /** Adds what all resources have done up to a moment. */
    void add(long atNanos, List<ResourceUse> uses) {
        snapshots.add(new Snapshot(
                atNanos, uses.stream().filter(use -> use.kind() == Kind.LINK).toList()));
    }

    /** What passed in a window in which so many messages were delivered; none when none were. */
    List<NodeBytes> nodes(Window window, double delivered) {
        List<NodeBytes> nodes = new ArrayList<>();
        if (snapshots.isEmpty() || delivered <= 0) {
            return nodes;
        }
        Map<String, Long> passed = passed(nearest(window.startNanos()), nearest(window.endNanos()));
        for (HostSpec host : topology.hosts()) {
            int count = count(host.name());
            nodes.add(new NodeBytes(host.name(), count, bytes(host.name(), passed) / delivered / count));
        }
        return nodes;
    }

    private int count(String host) {
        return scenario.clients().stream()
                .filter(group -> group.name().equals(host))
                .mapToInt(ClientGroup::count)
                .findFirst()
                .orElse(1);
    }

    private double bytes(String host, Map<String, Long> passed) {
        long bytes = 0;
        for (Link link : topology.links()) {
            if (link.a().equals(host) || link.b().equals(host)) {
                bytes += both(passed, link.directionName(true), link.directionName(false));
            }
        }
        for (AccessLinks links : topology.access()) {
            if (links.fleet().equals(host) || links.to().equals(host)) {
                bytes += both(passed, links.directionName(true), links.directionName(false));
            }
        }
        return bytes;
    }

    private static long both(Map<String, Long> passed, String there, String back) {
        return passed.getOrDefault(there, 0L) + passed.getOrDefault(back, 0L);
    }

    /** Two processes each count what they send. */
    private static Map<String, Long> passed(Snapshot from, Snapshot to) {
        Map<String, Long> passed = new LinkedHashMap<>();
        to.uses().forEach(use -> passed.merge(use.name(), use.served(), Long::sum));
        from.uses().forEach(use -> passed.merge(use.name(), -use.served(), Long::sum));
        return passed;
    }

    private Snapshot nearest(long atNanos) {
        Snapshot best = snapshots.getFirst();
        for (Snapshot snapshot : snapshots) {
            if (Math.abs(snapshot.atNanos() - atNanos) < Math.abs(best.atNanos() - atNanos)) {
                best = snapshot;
            }
        }
        return best;
    }
}

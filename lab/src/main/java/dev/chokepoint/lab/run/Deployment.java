package dev.chokepoint.lab.run;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.world.World;
import dev.chokepoint.lab.measure.Window;
import dev.chokepoint.lab.scenario.BalancerSpec;
import dev.chokepoint.lab.scenario.Model;
import dev.chokepoint.lab.scenario.ModelParts.BackplaneSpec;
import dev.chokepoint.lab.scenario.ModelParts.DirectorySpec;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.topology.Topology;
import dev.chokepoint.programs.peer.PeerCounts;
import dev.chokepoint.programs.peer.PeerTally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Which programs run on which hosts of one process, in the order in which they start: what others connect to first. A host that
 * found a free port keeps it when it is started again.
 */
final class Deployment {
    private final Map<String, Supplier<Program>> programs = new LinkedHashMap<>();
    private final List<String> entrances = new ArrayList<>();

    private final Places places = new Places();
    private final Balancing balancing;
    private final PeerTally tally = new PeerTally();

    Deployment(Programs scenario) {
        balancing = new Balancing(scenario.scenario().server().count());
    }

    /** Adds the servers, and the balancer before them if there is one. */
    Deployment servers(Programs scenario, Topology topology) {
        if (scenario.scenario().model() == Model.MESH) {
            return this;
        }
        List<String> names = scenario.scenario().server().names();
        if (scenario.scenario().hasBackplane()) {
            Address at = topology.backplaneAt().orElseThrow();
            String name = BackplaneSpec.NAME;
            programs.put(name, () -> ChatPrograms.backplane(places.at(name, at), bound -> places.listens(name, bound)));
        }
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            Address at = topology.serversAt().get(i);
            programs.put(names.get(i), () -> scenario.server(index, at, places));
        }
        if (scenario.scenario().balancer().isPresent()) {
            entrances.add(BalancerSpec.NAME);
            programs.put(
                    BalancerSpec.NAME,
                    () -> balancer(scenario, topology.entrances().getFirst(), names));
        } else if (scenario.scenario().hasDirectory()) {
            entrances.add(DirectorySpec.NAME);
            programs.put(
                    DirectorySpec.NAME,
                    () -> directory(scenario, topology.entrances().getFirst(), names));
        } else {
            entrances.addAll(names);
        }
        return this;
    }

    private Program directory(Programs scenario, Address at, List<String> servers) {
        String name = DirectorySpec.NAME;
        List<Address> told = servers.stream().map(places::of).toList();
        return scenario.peers().askDirectory(places.at(name, at), told, bound -> places.listens(name, bound));
    }

    private Program balancer(Programs scenario, Address at, List<String> servers) {
        String name = BalancerSpec.NAME;
        List<Address> behind = servers.stream().map(places::of).toList();
        return scenario.balancer(places.at(name, at), behind, balancing, bound -> places.listens(name, bound));
    }

    /** Adds the client groups, which ask at {@code entrances}. */
    Deployment clients(Programs scenario, List<Address> at, Window window, LongConsumer sendLagNanos) {
        for (ClientGroup group : scenario.scenario().clients()) {
            programs.put(group.name(), () -> scenario.load(group, at, window, sendLagNanos, tally));
        }
        return this;
    }

    /** Starts all of them. */
    void start(World world) {
        programs.forEach(world::start);
    }

    /** Where clients connect, once the servers are started. */
    List<Address> entrances() {
        return entrances.stream().map(places::of).toList();
    }

    /** What clients who talk to clients have done. */
    PeerCounts peers() {
        return tally.counts();
    }

    /** What the balancer is told and tells. */
    Balancing balancing() {
        return balancing;
    }

    /** Whether a host runs here. */
    boolean has(String host) {
        return programs.containsKey(host);
    }

    /** Starts a crashed one again. */
    void restart(World world, String host) {
        places.keep();
        world.start(host, programs.get(host));
    }
}

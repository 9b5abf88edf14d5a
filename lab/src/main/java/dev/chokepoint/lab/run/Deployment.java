package dev.chokepoint.lab.run;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.world.World;
import dev.chokepoint.lab.measure.Window;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.topology.Topology;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Which programs run on which hosts of one process, in the order in which they start. */
final class Deployment {
    private final Map<String, Supplier<Program>> programs = new LinkedHashMap<>();

    /** Adds the servers; {@code onListening} is told where each lane of each really listens. */
    Deployment servers(Programs scenario, Topology topology, Consumer<Address> onListening) {
        List<String> names = scenario.scenario().server().names();
        for (int i = 0; i < names.size(); i++) {
            Address at = topology.serversAt().get(i);
            programs.put(names.get(i), () -> scenario.server(at, onListening));
        }
        return this;
    }

    /** Adds the client groups, which ask at {@code entrances}. */
    Deployment clients(Programs scenario, List<Address> entrances, Window window, LongConsumer sendLagNanos) {
        for (ClientGroup group : scenario.scenario().clients()) {
            programs.put(group.name(), () -> scenario.load(group, entrances, window, sendLagNanos));
        }
        return this;
    }

    /** Starts all of them. */
    void start(World world) {
        programs.forEach(world::start);
    }

    /** Whether a host runs here. */
    boolean has(String host) {
        return programs.containsKey(host);
    }

    /** Starts a crashed one again. */
    void restart(World world, String host) {
        world.start(host, programs.get(host));
    }
}

package dev.chokepoint.lab.run;

import dev.chokepoint.host.world.Impairment;
import dev.chokepoint.host.world.Link.Direction;
import dev.chokepoint.host.world.Packets;
import dev.chokepoint.lab.scenario.Route;
import dev.chokepoint.lab.scenario.Route.Leg;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.ScenarioException;
import dev.chokepoint.lab.scenario.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What links emulated in user space over real sockets can and can't do of a scenario. */
final class Emulation {
    /** Loopback addresses of a run are 250. */
    private static final int MOST_SERVERS = 150;

    private Emulation() {}

    /**
     * Refuses a scenario whose network exists only in the simulator.
     *
     * @param file the scenario's, for the message
     * @throws ScenarioException naming the key, and what to do instead
     */
    static void require(Scenario scenario, String file) {
        if (!scenario.network().links().isEmpty()) {
            throw refused(
                    file,
                    "network has routers, and over real sockets a link joins two hosts",
                    "remove network and to, or use `chokepoint simulate`");
        }
        if (scenario.server().count() > MOST_SERVERS) {
            throw refused(
                    file,
                    "server has count " + scenario.server().count() + ", and a live run has addresses for "
                            + MOST_SERVERS,
                    "write count: " + MOST_SERVERS + ", or use `chokepoint simulate`");
        }
        for (ClientGroup group : scenario.clients()) {
            if (Route.reachesSeveral(scenario, group) && group.access().isEmpty() && !Route.isDirect(group)) {
                throw refused(
                        file,
                        "clients " + group.name() + " share the bandwidth of their link among "
                                + scenario.server().count() + " servers, and over real sockets a link joins two hosts",
                        "remove bandwidth, write model: replicated, or use `chokepoint simulate`");
            }
            if (group.access().isPresent()) {
                throw refused(
                        file,
                        "clients " + group.name() + " have access, links of their own, and over real sockets a group"
                                + " shares one link",
                        "write link instead of access, or use `chokepoint simulate`");
            }
        }
    }

    private static ScenarioException refused(String file, String message, String hint) {
        return ScenarioException.of(file, message, hint);
    }

    /** What the scenario says and a live run leaves out, in plain sentences. */
    static List<String> notes(Scenario scenario) {
        List<String> notes = new ArrayList<>();
        if (!scenario.machines().isEmpty()) {
            notes.add("all hosts share this computer's cores; the scenario's machines are in the simulation alone");
        }
        if (scenario.hasPeers()) {
            notes.add(
                    "all people are in one process, and nothing is between those who talk to each other but this computer; what"
                            + " their own links do is in the simulation alone");
        }
        if (!(scenario.transport() instanceof Transport.Tcp)) {
            return notes;
        }
        notes.add("streams are this kernel's TCP over loopback, with its own congestion control and no packet lost; the"
                + " scenario's tcp options tune the simulated one only, but for nagle");
        List<String> left = left(scenario);
        if (!left.isEmpty()) {
            notes.add("links emulated in user space know no packets of streams: " + String.join(", ", left)
                    + (left.size() == 1 ? " is" : " are") + " in the simulation alone");
        }
        return notes;
    }

    private static List<String> left(Scenario scenario) {
        List<String> left = new ArrayList<>();
        Impairment none = Impairment.NONE;
        add(left, "loss", scenario, packets -> packets.impairment().loss() > none.loss());
        add(left, "duplicate", scenario, packets -> packets.impairment().duplicate() > none.duplicate());
        add(left, "reorder", scenario, packets -> packets.impairment().reorder() > none.reorder());
        add(left, "mtu", scenario, packets -> packets.mtuBytes() != Packets.DEFAULT.mtuBytes());
        add(left, "framing", scenario, packets -> packets.framingBytes() != Packets.DEFAULT.framingBytes());
        add(left, "the queue's packets", scenario, packets -> packets.queuePackets() != Packets.DEFAULT.queuePackets());
        return left;
    }

    private static void add(List<String> left, String key, Scenario scenario, Predicate<Packets> says) {
        if (directions(scenario).map(Direction::packets).anyMatch(says)) {
            left.add(key);
        }
    }

    private static Stream<Direction> directions(Scenario scenario) {
        return scenario.clients().stream()
                .map(group -> Route.of(scenario, group))
                .flatMap(route -> Stream.concat(route.up().stream(), route.down().stream()))
                .map(Leg::direction);
    }
}

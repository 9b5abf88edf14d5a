package dev.chokepoint.lab.run;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.lab.measure.Window;
import dev.chokepoint.lab.scenario.Model;
import dev.chokepoint.lab.scenario.ModelParts.BackplaneSpec;
import dev.chokepoint.lab.scenario.Route;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.App.Chat;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Scenario.Costs;
import dev.chokepoint.lab.scenario.ServerSpec;
import dev.chokepoint.programs.chat.ChatServer;
import dev.chokepoint.programs.chat.ChatServerConfig;
import dev.chokepoint.programs.chat.load.IrcLoad;
import dev.chokepoint.programs.chat.load.IrcLoadConfig;
import dev.chokepoint.programs.chat.net.BackplaneConfig;
import dev.chokepoint.programs.chat.net.ChatNetwork;
import dev.chokepoint.programs.chat.net.LinkConfig;
import dev.chokepoint.programs.chat.net.NetworkListener;
import dev.chokepoint.programs.load.Workload;
import dev.chokepoint.programs.nats.NatsServer;
import dev.chokepoint.programs.nats.NatsServerConfig;
import dev.chokepoint.programs.talk.Rooms;
import dev.chokepoint.programs.talk.TalkPlan;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The programs of a chat with servers. */
record ChatPrograms(Scenario scenario, Chat chat) {
    /** What the servers say to everybody who registers, and one line to somebody who joins and each who is there. */
    private static final int WELCOME_BYTES = 2_000;

    private static final int JOIN_BYTES = 80;

    /** Commands until somebody is in a room. */
    private static final int COMMANDS = 4;

    /** Time for servers to find each other. */
    private static final long LINKING_NANOS = 2_000_000_000L;

    /** A server, the {@code index}-th; where others listen it asks {@code places} when it starts. */
    Program server(int index, Address at, Places places) {
        String name = scenario.server().names().get(index);
        ChatServerConfig config = ChatServerConfig.of(name + ".chat", places.at(name, at))
                .withStream(scenario.stream())
                .withNumbered(true);
        return new ChatServer(config, bound -> places.listens(name, bound.getFirst()), started -> {
            if (scenario.model().hasSeveralServers()) {
                join(
                        new ChatNetwork(started, String.format("1%02d", index + 1), NetworkListener.NONE),
                        index,
                        at,
                        places);
            }
        });
    }

    private void join(ChatNetwork network, int index, Address at, Places places) {
        String name = scenario.server().names().get(index);
        if (scenario.model() == Model.REPLICATED) {
            network.share(BackplaneConfig.of(places.of(BackplaneSpec.NAME), name, true));
            return;
        }
        List<Address> above = index == 0
                ? List.of()
                : List.of(places.of(linkOf(
                        ServerSpec.NAME + "-" + scenario.parts().federation().above(index + 1))));
        places.listens(linkOf(name), network.link(new LinkConfig(places.at(linkOf(name), linkAt(at)), above, "")));
    }

    private static String linkOf(String server) {
        return server + " link";
    }

    private static Address linkAt(Address at) {
        return switch (at) {
            case Address.Inet inet -> inet.withPort(0);
            case Address.UnixPath path -> new Address.UnixPath(path.path() + ".link");
        };
    }

    /** What joins replicated servers. */
    static Program backplane(Address at, Consumer<Address> onListening) {
        return new NatsServer(new NatsServerConfig(at, true), onListening);
    }

    /** The people of a group. */
    Program load(ClientGroup group, List<Address> servers, Window window, LongConsumer sendLagNanos) {
        int number = scenario.clients().indexOf(group);
        List<ClientGroup> before = scenario.clients().subList(0, number);
        TalkPlan plan = new TalkPlan(
                rooms(group),
                chat.messageBytes(),
                (Workload.Open) group.load(),
                window.loadStartNanos(),
                window.endNanos(),
                number,
                scenario.clients().size());
        int people = before.stream().mapToInt(ClientGroup::count).sum();
        int rooms = before.stream().mapToInt(other -> rooms(other).count()).sum();
        return new IrcLoad(new IrcLoadConfig(plan, servers, scenario.stream(), people, rooms), sendLagNanos);
    }

    private Rooms rooms(ClientGroup group) {
        return new Rooms(group.count(), chat.room());
    }

    /** How long it takes at least until all are in their rooms: everybody there hears of each who joins, and each of all. */
    long gatheringNanos() {
        Costs costs = scenario.costs();
        double atServers = 0;
        double slowest = 0;
        for (ClientGroup group : scenario.clients()) {
            double heard = heard(rooms(group));
            double each = costs.acceptNanos()
                    + COMMANDS * (costs.turnNanos() + costs.readNanos() + costs.writeNanos())
                    + WELCOME_BYTES * costs.bytePicos() / 1000.0;
            atServers += group.count() * each + heard * (costs.writeNanos() + JOIN_BYTES * costs.bytePicos() / 1000.0);
            double bytes = group.count() * (double) WELCOME_BYTES + 2 * heard * JOIN_BYTES;
            slowest = Math.max(slowest, downNanos(group, bytes));
        }
        long linking = scenario.model().hasSeveralServers() ? LINKING_NANOS : 0;
        return linking + (long) Math.max(atServers / scenario.server().count(), slowest);
    }

    private double downNanos(ClientGroup group, double bytes) {
        return Route.of(scenario, group).down().stream()
                .filter(leg -> leg.direction().bitsPerSecond() != Link.UNLIMITED)
                .mapToDouble(leg -> bytes * 8e9 / leg.direction().bitsPerSecond() / leg.copies())
                .max()
                .orElse(0);
    }

    /** How many notices there are of others' joining. */
    private static double heard(Rooms rooms) {
        double others = (double) rooms.membersOf(rooms.count() - 1);
        return (rooms.count() - 1) * rooms.size() * (rooms.size() - 1.0) / 2 + others * (others - 1) / 2;
    }
}

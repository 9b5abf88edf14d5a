package dev.chokepoint.lab.run;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.lab.measure.Window;
import dev.chokepoint.lab.scenario.BalancerSpec;
import dev.chokepoint.lab.scenario.Route;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.App.Ask;
import dev.chokepoint.lab.scenario.Scenario.App.Chat;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Scenario.Costs;
import dev.chokepoint.lab.scenario.Transport;
import dev.chokepoint.programs.ask.AskDatagramLoad;
import dev.chokepoint.programs.ask.AskDatagramLoadConfig;
import dev.chokepoint.programs.ask.AskDatagramServer;
import dev.chokepoint.programs.ask.AskDatagramServerConfig;
import dev.chokepoint.programs.ask.AskLoad;
import dev.chokepoint.programs.ask.AskLoadConfig;
import dev.chokepoint.programs.ask.AskServer;
import dev.chokepoint.programs.ask.AskServerConfig;
import dev.chokepoint.programs.balance.Balancer;
import dev.chokepoint.programs.balance.BalancerConfig;
import dev.chokepoint.programs.balance.Health;
import dev.chokepoint.programs.balance.Policy;
import dev.chokepoint.programs.peer.PeerTally;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The programs of a scenario's hosts. */
record Programs(Scenario scenario) {
    private static final int BALANCER_ROOM_BYTES = 4 * BalancerConfig.SEND_ROOM_BYTES;
    private static final int BALANCER_TRIES = 3;
    private static final long DRAIN_NANOS = 10_000_000_000L;

    /** A new program of the {@code index}-th server, which is to listen at {@code planned} and says where it really does. */
    Program server(int index, Address planned, Places places) {
        String name = scenario.server().names().get(index);
        Address at = places.at(name, planned);
        Consumer<Address> onListening = bound -> places.listens(name, bound);
        if (scenario.hasPeers()) {
            return peers().directory(at, onListening);
        }
        return switch (scenario.app()) {
            case Ask ask ->
                scenario.transport() instanceof Transport.Udp
                        ? new AskDatagramServer(
                                new AskDatagramServerConfig(
                                        at, DatagramOptions.DEFAULT, ask.responseBytes(), ask.work()),
                                onListening)
                        : new AskServer(
                                new AskServerConfig(
                                        at,
                                        scenario.stream(),
                                        ask.responseBytes(),
                                        ask.work(),
                                        scenario.server().offload().isPresent()),
                                onListening);
            case Chat chat -> new ChatPrograms(scenario, chat).server(index, planned, places);
        };
    }

    /** A new lane's program of the balancer before servers that listen at {@code servers}. */
    Program balancer(Address at, List<Address> servers, Balancing balancing, Consumer<Address> onListening) {
        BalancerSpec spec = scenario.balancer().orElseThrow();
        BalancerSpec.HealthCheck health = spec.health();
        StreamOptions stream = scenario.stream();
        int limit = Math.max(stream.sendLimitBytes(), stream.highMarkBytes() + BALANCER_ROOM_BYTES);
        BalancerConfig config = new BalancerConfig(
                at,
                servers,
                switch (spec.policy()) {
                    case RANDOM -> Policy.RANDOM;
                    case ROUND_ROBIN -> Policy.ROUND_ROBIN;
                    case LEAST_CONNECTIONS -> Policy.LEAST_CONNECTIONS;
                    case TWO_CHOICES -> Policy.TWO_CHOICES;
                },
                stream.withSendMarks(stream.highMarkBytes(), limit),
                new Health(health.everyNanos(), health.timeoutNanos(), health.fall(), health.rise()),
                BALANCER_TRIES,
                DRAIN_NANOS);
        return new Balancer(config, balancing.draining(), balancing.tally(), onListening);
    }

    /** A new load program of a client group; message numbers of different groups never meet. Clients who talk to clients count there. */
    Program load(ClientGroup group, List<Address> servers, Window window, LongConsumer sendLagNanos, PeerTally tally) {
        return switch (scenario.app()) {
            case Ask ask ->
                scenario.transport() instanceof Transport.Udp udp
                        ? datagrams(ask, udp, group, servers.getFirst(), window, sendLagNanos)
                        : streams(ask, group, servers, window, sendLagNanos);
            case Chat chat
            when scenario.hasPeers() -> peers().talkers(chat, group, servers, window, sendLagNanos, tally);
            case Chat chat -> new ChatPrograms(scenario, chat).load(group, servers, window, sendLagNanos);
        };
    }

    /** The programs of the models without a server between clients. */
    PeerPrograms peers() {
        return new PeerPrograms(scenario);
    }

    private Program streams(
            Ask ask, ClientGroup group, List<Address> servers, Window window, LongConsumer sendLagNanos) {
        AskLoadConfig config = new AskLoadConfig(
                servers,
                scenario.stream(),
                group.count(),
                group.queue(),
                ask.requestBytes(),
                group.load(),
                window.loadStartNanos(),
                window.endNanos(),
                scenario.clients().indexOf(group),
                scenario.clients().size(),
                ask.timeoutNanos());
        return new AskLoad(
                scenario.hasDirectory()
                        ? config.guided(scenario.parts().directory().rememberNanos())
                        : config,
                sendLagNanos);
    }

    private Program datagrams(
            Ask ask, Transport.Udp udp, ClientGroup group, Address server, Window window, LongConsumer sendLagNanos) {
        return new AskDatagramLoad(
                new AskDatagramLoadConfig(
                        server,
                        DatagramOptions.DEFAULT,
                        group.count(),
                        group.queue(),
                        ask.requestBytes(),
                        group.load(),
                        udp.retries(),
                        window.loadStartNanos(),
                        window.endNanos(),
                        scenario.clients().indexOf(group),
                        scenario.clients().size()),
                sendLagNanos);
    }

    /**
     * How long before the load the clients begin to connect: a second for the machine or twice the time that the servers take
     * to accept them, some round trips, and where a handshake may get lost, time to repeat it.
     */
    long connectNanos() {
        long clients = scenario.clients().stream().mapToLong(ClientGroup::count).sum();
        Costs costs = scenario.costs();
        long acceptNanos = costs.acceptNanos() + costs.turnNanos();
        long accepting = clients * acceptNanos / scenario.server().count();
        long gathering = scenario.app() instanceof Chat chat
                ? scenario.hasPeers()
                        ? peers().introducingNanos(chat)
                        : new ChatPrograms(scenario, chat).gatheringNanos()
                : 0;
        return Math.max(1_000_000_000L, 2 * Math.max(accepting, gathering)) + 4 * roundTripNanos() + repeatNanos();
    }

    private long repeatNanos() {
        boolean loses = scenario.clients().stream()
                .anyMatch(group -> Route.of(scenario, group).losesPackets());
        return loses && scenario.transport() instanceof Transport.Tcp tcp
                ? 4 * tcp.options().initialRtoNanos()
                : 0;
    }

    /** How long after the load answers are still waited for. */
    long drainNanos() {
        long repeats = switch (scenario.transport()) {
            case Transport.Ideal _ -> 0;
            case Transport.Tcp _ -> 5_000_000_000L;
            case Transport.Udp udp -> udp.retries().patienceNanos();
        };
        return 1_000_000_000L + 10 * roundTripNanos() + repeats;
    }

    private long roundTripNanos() {
        return scenario.clients().stream()
                .map(group -> Route.of(scenario, group))
                .mapToLong(route -> route.latencyNanos() + route.jitterNanos())
                .max()
                .orElse(0);
    }
}

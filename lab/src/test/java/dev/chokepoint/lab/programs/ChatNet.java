package dev.chokepoint.lab.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.Crash;
import dev.chokepoint.host.world.Fault;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Rule;
import dev.chokepoint.host.world.World;
import dev.chokepoint.programs.chat.Chat;
import dev.chokepoint.programs.chat.ChatServer;
import dev.chokepoint.programs.chat.ChatServerConfig;
import dev.chokepoint.programs.chat.net.BackplaneConfig;
import dev.chokepoint.programs.chat.net.ChatNetwork;
import dev.chokepoint.programs.chat.net.LinkConfig;
import dev.chokepoint.programs.chat.net.NetworkCounts;
import dev.chokepoint.programs.chat.net.NetworkListener;
import dev.chokepoint.programs.nats.NatsClientConfig;
import dev.chokepoint.programs.nats.NatsServer;
import dev.chokepoint.programs.nats.NatsServerConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Chat servers with links between them, or a backplane, and people on them. */
final class ChatNet implements AutoCloseable {
    static final long MILLI = 1_000_000L;
    static final String PASSWORD = "between-us";
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final int CHAT_PORT = 6667;
    private static final int LINK_PORT = 7667;
    private static final int BACKPLANE_PORT = 4222;

    final World world;
    final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final Chat[] chats;
    private final ChatNetwork[] networks;
    private final List<Queue<Consumer<Chat>>> orders = new ArrayList<>();
    private final AtomicIntegerArray known;
    private final People people = new People();

    ChatNet(Kind kind, int servers) {
        world = kind.world(Observer.NONE);
        chats = new Chat[servers];
        networks = new ChatNetwork[servers];
        known = new AtomicIntegerArray(servers);
        for (int server = 0; server < servers; server++) {
            add(host(server), ip(server));
            orders.add(new ConcurrentLinkedQueue<>());
        }
        add("backplane", "127.83.0.200");
        add("people", "127.83.0.201");
        world.start("people", () -> people);
    }

    private void add(String name, String address) {
        world.add(new HostSpec(name, List.of(Address.inet(address, 0)), HostSpec.UNLIMITED, 1));
    }

    static String host(int server) {
        return "server-" + server;
    }

    /** What the server is called on the network. */
    static String name(int server) {
        return "s" + server + ".example";
    }

    private static String ip(int server) {
        return "127.83.0." + (server + 1);
    }

    private static Address linkAddress(int server) {
        return Address.inet(ip(server), LINK_PORT);
    }

    /** Starts a server that keeps links to others. */
    void start(int server, int... links) {
        start(server, PASSWORD, links);
    }

    void start(int server, String password, int... links) {
        List<Address> targets =
                Arrays.stream(links).mapToObj(ChatNet::linkAddress).toList();
        LinkConfig config = new LinkConfig(
                linkAddress(server),
                targets,
                password,
                StreamOptions.DEFAULT.withSendMarks(1 << 20, 16 << 20),
                3000 * MILLI,
                50 * MILLI,
                400 * MILLI);
        start(server, network -> network.link(config));
    }

    /** Starts a server that shares the backplane. */
    void share(int server) {
        NatsClientConfig usual =
                new NatsClientConfig(Address.inet("127.83.0.200", BACKPLANE_PORT), name(server), false);
        NatsClientConfig nats = new NatsClientConfig(
                usual.server(), usual.name(), usual.stream(), false, 0, 50 * MILLI, 400 * MILLI, 2000 * MILLI, false);
        BackplaneConfig config = new BackplaneConfig(nats, 300 * MILLI, 1500 * MILLI);
        start(server, network -> network.share(config));
    }

    void startBackplane() {
        NatsServerConfig config = new NatsServerConfig(Address.inet("127.83.0.200", BACKPLANE_PORT), false);
        world.start("backplane", () -> new NatsServer(config, _ -> {}));
    }

    private void start(int server, Consumer<ChatNetwork> joining) {
        ChatServerConfig config = ChatServerConfig.of(name(server), Address.inet(ip(server), CHAT_PORT));
        world.start(
                host(server),
                () -> new ChatServer(config, _ -> {}, chat -> {
                    known.set(server, 0);
                    chats[server] = chat;
                    orders.get(server).clear();
                    obey(server, chat);
                    networks[server] = new ChatNetwork(chat, (server + 1) + "AA", new Log(server));
                    joining.accept(networks[server]);
                }));
    }

    private void obey(int server, Chat chat) {
        for (Consumer<Chat> next = orders.get(server).poll();
                next != null;
                next = orders.get(server).poll()) {
            next.accept(chat);
        }
        chat.host().after(MILLI, () -> obey(server, chat));
    }

    /** Does something at a server, on its lane, within a millisecond. */
    void at(int server, Consumer<Chat> order) {
        orders.get(server).add(order);
    }

    /** Somebody comes to a server. */
    People.Person come(String nick, int server) {
        return people.come(nick, Address.inet(ip(server), CHAT_PORT));
    }

    /** Somebody comes to a server, and is let in before this returns. */
    People.Person comeIn(String nick, int server) {
        People.Person person = come(nick, server);
        runUntil(() -> person.hasHeard(" 001 "));
        return person;
    }

    Chat chat(int server) {
        return chats[server];
    }

    NetworkCounts counts(int server) {
        return networks[server].counts();
    }

    /** Ends a server's process. */
    void close(int server) {
        world.crash(host(server), Crash.PROCESS);
    }

    Fault cut(int server, int other) {
        return world.install(Rule.partition(List.of(host(server)), List.of(host(other))));
    }

    /** Waits until a server knows so many servers, itself included. */
    void awaitServers(int server, int count) {
        runUntil(() -> known.get(server) == count - 1);
    }

    void runUntil(BooleanSupplier holds) {
        long end = world.nanoTime() + PATIENCE_NANOS;
        while (!holds.getAsBoolean() && world.nanoTime() < end) {
            world.run(2 * MILLI);
        }
        assertThat(holds.getAsBoolean()).as("in time, with %s", told).isTrue();
    }

    @Override
    public void close() {
        world.close();
    }

    /** What servers tell people of their network. */
    private final class Log implements NetworkListener {
        private final int server;

        Log(int server) {
            this.server = server;
        }

        @Override
        public void joined(String other) {
            known.incrementAndGet(server);
            told.add(server + " joined " + other);
        }

        @Override
        public void lost(String other, String reason) {
            known.decrementAndGet(server);
            told.add(server + " lost " + other + ": " + reason);
        }

        @Override
        public void failed(String where, String reason) {
            told.add(server + " failed " + reason);
        }
    }
}

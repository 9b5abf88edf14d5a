package dev.chokepoint.lab.chat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.World;
import dev.chokepoint.programs.chat.Chat;
import dev.chokepoint.programs.chat.ChatServer;
import dev.chokepoint.programs.chat.ChatServerConfig;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A world with a chat server, and with people on one other host. Test thread only. */
final class Town implements AutoCloseable {
    static final String SERVER = "irc.example.org";
    private static final Address AT = Address.inet("127.82.0.1", 0);
    private static final Address PEOPLE_AT = Address.inet("127.82.0.2", 0);
    private static final long STEP_NANOS = 200_000;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    final World world;
    private final Queue<Consumer<Host>> orders = new ConcurrentLinkedQueue<>();
    private volatile Address server = AT;
    private volatile Chat chat;

    Town(Kind kind) {
        this(kind, config -> config);
    }

    Town(Kind kind, UnaryOperator<ChatServerConfig> config) {
        world = kind.world(Observer.NONE);
        world.add(new HostSpec("server", List.of(AT), HostSpec.UNLIMITED, 1));
        world.add(new HostSpec("people", List.of(PEOPLE_AT), HostSpec.UNLIMITED, 1));
        ChatServerConfig whole = config.apply(ChatServerConfig.of(SERVER, AT));
        world.start("server", () -> new ChatServer(whole, bound -> server = bound.getFirst(), made -> chat = made));
        world.start("people", () -> (Program) this::poll);
    }

    private void poll(Host host) {
        host.after(STEP_NANOS, () -> poll(host));
        for (Consumer<Host> order = orders.poll(); order != null; order = orders.poll()) {
            order.accept(host);
        }
    }

    /** Has something done on the people's lane. */
    void order(Consumer<Host> order) {
        orders.add(order);
    }

    /** The server's state; to be looked at while nothing happens. */
    Chat chat() {
        return chat;
    }

    /** Somebody who has connected and said nothing. */
    Typist stranger() {
        return stranger(StreamOptions.DEFAULT);
    }

    Typist stranger(StreamOptions options) {
        Typist person = new Typist(this);
        order(host -> host.connect(PEOPLE_AT, server, options, 0, person));
        await("a connection", person::isOpen);
        return person;
    }

    /** Somebody who has registered, and read the greeting. */
    Typist person(String nick, String... caps) {
        Typist person = stranger();
        if (caps.length > 0) {
            person.type("CAP REQ :" + String.join(" ", caps));
            person.type("CAP END");
        }
        person.type("NICK " + nick);
        person.type("USER " + nick + " 0 * :" + nick + " Person");
        person.sync();
        return person;
    }

    /** Lets time pass until something is so. */
    void await(String what, BooleanSupplier holds) {
        long end = world.nanoTime() + PATIENCE_NANOS;
        while (!holds.getAsBoolean()) {
            if (world.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            world.run(STEP_NANOS);
        }
    }

    @Override
    public void close() {
        world.close();
    }
}

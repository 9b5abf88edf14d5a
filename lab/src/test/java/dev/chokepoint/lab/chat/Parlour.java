package dev.chokepoint.lab.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.World;
import dev.chokepoint.programs.chat.ChatServer;
import dev.chokepoint.programs.chat.ChatServerConfig;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A chat server in one of the worlds, and people who come to it, each from an address of their own if nothing else is said. */
final class Parlour implements AutoCloseable {
    static final String NAME = "irc.example.net";
    private static final int ADDRESSES = 20;
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long STEP_NANOS = 2_000_000;

    final World world;
    private final Crowd crowd;
    private final List<Address> addresses = IntStream.rangeClosed(1, ADDRESSES)
            .mapToObj(i -> (Address) Address.inet("127.82.1." + i, 0))
            .toList();
    private volatile Address server;
    private int people;

    Parlour(Kind kind, UnaryOperator<ChatServerConfig> configured) {
        this(kind, configured, null);
    }

    /** With something to read when an operator says REHASH. */
    Parlour(Kind kind, UnaryOperator<ChatServerConfig> configured, Callable<ChatServerConfig> reread) {
        world = kind.world(Observer.NONE);
        Address at = Address.inet("127.82.0.1", 0);
        world.add(new HostSpec("server", List.of(at), HostSpec.UNLIMITED, 1));
        world.add(new HostSpec("people", addresses, HostSpec.UNLIMITED, 1));
        ChatServerConfig config = configured.apply(ChatServerConfig.of(NAME, at));
        world.start(
                "server",
                () -> new ChatServer(config, bound -> server = bound.getFirst(), chat -> {
                    if (reread != null) {
                        chat.rereadWith(reread);
                    }
                }));
        crowd = new Crowd(server);
        world.start("people", () -> crowd);
    }

    /** A connection that has said nothing yet. */
    Person connect() {
        return connect(people++);
    }

    /** The same from one address of twenty. */
    Person connect(int address) {
        return crowd.bring(addresses.get(address));
    }

    /** Somebody who has registered. */
    Person come(String nick) {
        Person person = connect().say("NICK " + nick).say("USER " + nick + " 0 * :" + nick + " Real");
        await(person, " 422 " + nick);
        return person;
    }

    /** Waits until somebody hears something that they had not heard before. */
    void await(Person person, String text) {
        runUntil(() -> person.hears(text), () -> "\"" + text + "\" in:\n" + person.all());
    }

    void awaitClosed(Person person) {
        runUntil(person::isClosed, () -> "the end of:\n" + person.all());
    }

    private void runUntil(BooleanSupplier holds, Supplier<String> what) {
        long end = world.nanoTime() + PATIENCE_NANOS;
        boolean held = holds.getAsBoolean();
        while (!held && world.nanoTime() < end) {
            world.run(STEP_NANOS);
            held = holds.getAsBoolean();
        }
        assertThat(held).as(what.get()).isTrue();
    }

    @Override
    public void close() {
        world.close();
    }
}

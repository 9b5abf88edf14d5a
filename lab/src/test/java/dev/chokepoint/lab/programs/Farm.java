package dev.chokepoint.lab.programs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.World;
import dev.chokepoint.programs.balance.Balancer;
import dev.chokepoint.programs.balance.BalancerConfig;
import dev.chokepoint.programs.balance.BalancerTally;
import dev.chokepoint.programs.balance.Draining;
import dev.chokepoint.programs.balance.Health;
import dev.chokepoint.programs.balance.Policy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Servers behind a balancer, and a client. A server that is not started refuses. */
final class Farm implements AutoCloseable {
    static final long MILLI = 1_000_000L;
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final int PORT = 7101;

    final World world;
    final BalancerTally tally;
    final Draining draining;
    private final List<Address> servers;
    private final Health health;
    private final Policy policy;
    private volatile Address entrance = Address.inet("127.82.0.100", 0);

    /** So many servers, of which none runs. */
    Farm(Kind kind, int count, Policy policy, Health health) {
        this.policy = policy;
        this.health = health;
        world = kind.world(Observer.NONE);
        tally = new BalancerTally(count);
        draining = new Draining(count);
        servers = IntStream.range(0, count)
                .mapToObj(i -> Address.inet("127.82.0." + (i + 1), PORT))
                .map(Address.class::cast)
                .toList();
        for (int i = 0; i < count; i++) {
            add("server-" + (i + 1), "127.82.0." + (i + 1));
        }
        add("balancer", "127.82.0.100");
        add("client", "127.82.0.101");
    }

    private void add(String name, String address) {
        world.add(new HostSpec(name, List.of(Address.inet(address, 0)), HostSpec.UNLIMITED, 1));
    }

    /** Starts a server, numbered from 0. */
    void serve(int number, ServerMaker maker) {
        world.start("server-" + (number + 1), () -> maker.make(servers.get(number)));
    }

    /** Starts the balancer, with a drain's patience. */
    void balance(StreamOptions stream, long drainNanos) {
        BalancerConfig config = new BalancerConfig(entrance, servers, policy, stream, health, 3, drainNanos);
        world.start("balancer", () -> new Balancer(config, draining, tally, at -> entrance = at));
    }

    void balance() {
        balance(StreamOptions.DEFAULT, 0);
    }

    /** Starts the client. */
    void ask(Program client) {
        world.start("client", () -> client);
    }

    Address entrance() {
        return entrance;
    }

    void runUntil(BooleanSupplier holds) {
        long end = world.nanoTime() + PATIENCE_NANOS;
        while (!holds.getAsBoolean() && world.nanoTime() < end) {
            world.run(2 * MILLI);
        }
        assertThat(holds.getAsBoolean()).as("in time, with %s", tally.counts()).isTrue();
    }

    @Override
    public void close() {
        world.close();
    }

    /** Makes a server. */
    @FunctionalInterface
    interface ServerMaker {
        Program make(Address at);
    }

    /** Says its name to everybody who connects, and goes on to echo. */
    record Named(String name, Address at, List<String> ends) implements Program {
        Named(String name, Address at) {
            this(name, at, Collections.synchronizedList(new ArrayList<>()));
        }

        @Override
        public void start(Host host) {
            host.listen(at, StreamOptions.DEFAULT, _ -> new Session() {
                @Override
                public void onOpen(Connection connection) {
                    connection.send(ByteBuffer.wrap(name.getBytes(ISO_8859_1)));
                }

                @Override
                public void onBytes(Connection connection, ByteBuffer bytes) {
                    connection.send(bytes);
                }

                @Override
                public void onEnd(Connection connection) {
                    connection.finish();
                }

                @Override
                public void onClose(Connection connection, CloseReason reason) {
                    ends.add(reason.getClass().getSimpleName());
                }
            });
        }
    }

    /** One after the other connects, notes what it hears first, and leaves in some way. */
    static final class Callers implements Program, Session {
        private final Address at;
        private final Consumer<Connection> leave;
        private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
        private final List<String> ends = Collections.synchronizedList(new ArrayList<>());
        private int left;
        private Host host;

        Callers(Address at, int count, Consumer<Connection> leave) {
            this.at = at;
            this.leave = leave;
            left = count;
        }

        @Override
        public void start(Host lane) {
            host = lane;
            next();
        }

        private void next() {
            if (left-- > 0) {
                host.connect(host.addresses().getFirst(), at, StreamOptions.DEFAULT, left, this);
            }
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            heard.add(ISO_8859_1.decode(bytes).toString());
            leave.accept(connection);
        }

        @Override
        public void onClose(Connection connection, CloseReason reason) {
            ends.add(reason.getClass().getSimpleName());
            next();
        }

        List<String> heard() {
            return heard;
        }

        List<String> ends() {
            return ends;
        }
    }
}

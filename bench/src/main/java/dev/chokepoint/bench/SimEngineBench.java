package dev.chokepoint.bench;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Work;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.sim.SimCosts;
import dev.chokepoint.sim.SimWorld;
import dev.chokepoint.sim.Streams;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What an event of the simulator costs on this machine: an M/M/1 queue of timers alone, and 1,000 clients of an echo server
 * behind a link. Prints nanoseconds and events a second for several rounds; the first ones warm up.
 */
public final class SimEngineBench {
    private static final int ROUNDS = 6;
    private static final int CLIENTS = 1_000;
    private static final long MILLISECOND = 1_000_000;
    private static final Address SERVER_HOST = Address.inet("10.0.0.1", 0);
    private static final Address SERVER = Address.inet("10.0.0.1", 7);
    private static final Address CLIENTS_HOST = Address.inet("10.0.0.2", 0);

    private SimEngineBench() {}

    /**
     * Runs both.
     *
     * @param args none
     */
    public static void main(String[] args) {
        for (int round = 0; round < ROUNDS; round++) {
            measure("M/M/1 of timers", timers(round), 4_000_000 * MILLISECOND, System.out);
            measure("echo, 1,000 clients", echo(round), 10_000 * MILLISECOND, System.out);
        }
    }

    private static void measure(String name, SimWorld world, long nanos, PrintStream out) {
        try (world) {
            long begun = System.nanoTime();
            world.run(nanos);
            double elapsed = System.nanoTime() - begun;
            out.printf(
                    Locale.ROOT,
                    "%-20s %,11d events and callbacks, %4.0f ns each, %5.2f M/s%n",
                    name,
                    world.events(),
                    elapsed / world.events(),
                    world.events() / elapsed * 1e3);
        }
    }

    private static SimWorld world(long seed) {
        SimWorld world = new SimWorld(seed, Instant.EPOCH, SimCosts.FREE, new Streams.Ideal(), Observer.NONE);
        world.add(new HostSpec("server", List.of(SERVER_HOST), 1, 1));
        world.add(new HostSpec("clients", List.of(CLIENTS_HOST), HostSpec.UNLIMITED, 1));
        return world;
    }

    /** Arrivals at rate 0.8 a millisecond, service at rate 1. */
    private static SimWorld timers(long seed) {
        SimWorld world = world(seed);
        world.start("clients", Queue::new);
        return world;
    }

    private static final class Queue implements Program {
        private Host host;
        private int inSystem;

        @Override
        public void start(Host lane) {
            host = lane;
            arrive();
        }

        private void arrive() {
            if (inSystem++ == 0) {
                serve();
            }
            host.after(draw(1.25), this::arrive);
        }

        private void serve() {
            host.after(draw(1), () -> {
                if (--inSystem > 0) {
                    serve();
                }
            });
        }

        private long draw(double meanMillis) {
            return (long) (host.random().nextExponential() * meanMillis * MILLISECOND);
        }
    }

    /** Each client sends 64 bytes every 10 ms or so; the server works 5 us on each. */
    private static SimWorld echo(long seed) {
        SimWorld world = world(seed);
        Link.Direction direction = new Link.Direction(MILLISECOND, 0, 1_000_000_000, 1 << 20);
        world.add(new Link("access", "clients", "server", direction, direction));
        Work work = new Work.Synthetic("echo");
        world.start(
                "server",
                () -> host -> host.listen(SERVER, StreamOptions.DEFAULT, _ -> (connection, bytes) -> {
                    host.spend(work, 5_000);
                    connection.send(bytes);
                }));
        Payload payload = Payload.of("x".repeat(64));
        world.start("clients", () -> host -> {
            for (int i = 0; i < CLIENTS; i++) {
                Connection connection = host.connect(CLIENTS_HOST, SERVER, StreamOptions.DEFAULT, i, (_, _) -> {});
                ask(host, connection, payload);
            }
        });
        return world;
    }

    private static void ask(Host host, Connection connection, Payload payload) {
        host.after((long) (host.random().nextExponential() * 10 * MILLISECOND), () -> {
            connection.send(payload);
            ask(host, connection, payload);
        });
    }
}

package dev.chokepoint.cli;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.live.IoModel;
import dev.chokepoint.live.LiveWorld;
import dev.chokepoint.live.Transport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs one server on real sockets until Ctrl-C, then says what it did. */
final class Serving {
    private static final long LOOK_NANOS = 100_000_000;

    private Serving() {}

    /**
     * Where and how a server runs.
     *
     * @param listen its addresses, at least one
     * @param lanes how many single-threaded lanes it has
     * @param io how it waits for its sockets
     * @param metrics whether its metrics can be scraped
     */
    record Place(List<Address> listen, int lanes, IoModel io, MetricsOption metrics) {
        private HostSpec host(String name) {
            List<Address> own =
                    listen.stream().map(Serving::withoutPort).distinct().toList();
            return new HostSpec(name, own, HostSpec.UNLIMITED, lanes);
        }
    }

    /** Serves; {@code program} makes one instance a lane and is given where to tell each address that it listens on. */
    static int serve(
            Place place, String name, Function<Consumer<Address>, Program> program, Function<Address, String> advice) {
        ConcurrentLinkedQueue<Address> listening = new ConcurrentLinkedQueue<>();
        try (Interrupt interrupt = Interrupt.install();
                LiveWorld world = new LiveWorld(1, Transport.best(), place.io(), Observer.NONE)) {
            world.add(place.host(name));
            world.start(name, () -> program.apply(listening::add));
            List<Address> bound =
                    place.listen().stream().map(_ -> listening.remove()).toList();
            Optional<MetricsEndpoint> metrics = place.metrics().open(() -> ResourceMetrics.of(world.resources()));
            try {
                String where = bound.stream().map(Address::toString).collect(Collectors.joining(", "));
                String advised = name + " listens on " + where + ". " + advice.apply(bound.getFirst());
                System.out.println(advised + "  Stop it with Ctrl-C.");
                run(world, interrupt);
            } finally {
                metrics.ifPresent(MetricsEndpoint::close);
            }
        }
        return Exit.DONE;
    }

    private static void run(LiveWorld world, Interrupt interrupt) {
        long begun = world.nanoTime();
        while (!interrupt.asked()) {
            world.run(LOOK_NANOS);
        }
        summary(world, world.nanoTime() - begun);
    }

    private static Address withoutPort(Address at) {
        return switch (at) {
            case Address.Inet inet -> inet.withPort(0);
            case Address.UnixPath path -> path;
        };
    }

    private static void summary(LiveWorld world, long elapsedNanos) {
        System.out.println();
        for (ResourceUse use : world.resources()) {
            switch (use.kind()) {
                case LANE ->
                    System.out.printf(
                            "%s: %.1f %% of a core over %.1f s%n",
                            use.name(), 100 * use.usedNanos() / elapsedNanos, elapsedNanos / 1e9);
                case CONNECTIONS ->
                    System.out.printf("%s: %d opened, %d refused%n", use.name(), use.served(), use.refused());
                default -> {}
            }
        }
        System.out.flush();
    }
}

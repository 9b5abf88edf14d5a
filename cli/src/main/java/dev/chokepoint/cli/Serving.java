package dev.chokepoint.cli;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.live.LiveWorld;
import dev.chokepoint.live.Transport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs one server on real sockets until Ctrl-C, then says what it did. */
final class Serving {
    private static final long LOOK_NANOS = 100_000_000;

    private Serving() {}

    /** Serves; {@code program} makes one instance a lane and is given where to tell the address that it listens on. */
    static int serve(
            ListenOptions options,
            String name,
            Function<Consumer<Address>, Program> program,
            Function<Address, String> advice) {
        Address at = options.address();
        HostSpec spec = new HostSpec(name, List.of(withoutPort(at)), HostSpec.UNLIMITED, options.lanes());
        ConcurrentLinkedQueue<Address> listening = new ConcurrentLinkedQueue<>();
        try (Interrupt interrupt = Interrupt.install();
                LiveWorld world = new LiveWorld(1, Transport.best(), options.io(), Observer.NONE)) {
            world.add(spec);
            world.start(name, () -> program.apply(listening::add));
            Address bound = listening.remove();
            Optional<MetricsEndpoint> metrics = options.metrics().open(() -> ResourceMetrics.of(world.resources()));
            try {
                String where = name + " listens on " + bound + ". " + advice.apply(bound);
                System.out.println(where + "  Stop it with Ctrl-C.");
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

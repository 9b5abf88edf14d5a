package dev.chokepoint.lab.scenario;

import dev.chokepoint.programs.ask.Retries;
import dev.chokepoint.sim.TcpOptions;
import java.util.Objects;

/** What carries messages between hosts. */
public sealed interface Transport {
    /** Streams with a handshake, then no loss and no congestion control: what links emulated in user space give live. */
    record Ideal() implements Transport {}

    /**
     * TCP. The simulator makes its segments; live it is the kernel's, over links that only delay.
     *
     * @param options how the simulated one is tuned
     */
    record Tcp(TcpOptions options) implements Transport {
        /** Checks that there are options. */
        public Tcp {
            Objects.requireNonNull(options, "options");
        }
    }

    /**
     * Datagrams: a request that gets lost is sent again, or is lost.
     *
     * @param retries how often, and when
     */
    record Udp(Retries retries) implements Transport {}

    /**
     * Whether messages travel in packets, which a link can lose.
     *
     * @return false for ideal streams
     */
    default boolean hasPackets() {
        return !(this instanceof Ideal);
    }

    /**
     * As a scenario writes it.
     *
     * @return such as {@code tcp}
     */
    default String word() {
        return switch (this) {
            case Ideal ideal -> "ideal";
            case Tcp tcp -> "tcp";
            case Udp udp -> "udp";
        };
    }
}

package dev.chokepoint.sim;

import java.util.Objects;

/** What carries a simulated world's streams. */
public sealed interface Streams {
    /**
     * A handshake, latency and shared rate-limited queues, and no packets: nothing is lost, and what finds a queue full waits
     * in its sender. What user-space link emulation gives over real sockets.
     */
    record Ideal() implements Streams {}

    /**
     * TCP segments in IP packets, which queues drop and links may lose.
     *
     * @param options how this TCP is tuned
     */
    record Tcp(TcpOptions options) implements Streams {
        /** Checks that there are options. */
        public Tcp {
            Objects.requireNonNull(options, "options");
        }
    }
}

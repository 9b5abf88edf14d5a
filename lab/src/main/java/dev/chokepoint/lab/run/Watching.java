package dev.chokepoint.lab.run;

import java.util.Objects;
import java.util.Optional;

/**
 * What is looked at closely while a scenario is simulated as written, for the first time.
 *
 * @param connection the TCP connection to follow, counted from 1 through all groups of clients; 0 for none
 * @param capture where the packets are written down, if they are
 */
public record Watching(int connection, Optional<PacketCapture> capture) {
    /** Nothing is. */
    public static final Watching NOTHING = new Watching(0, Optional.empty());

    /** Checks that there is an answer. */
    public Watching {
        Objects.requireNonNull(capture, "capture");
    }
}

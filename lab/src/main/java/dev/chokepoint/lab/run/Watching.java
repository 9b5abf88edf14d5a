package dev.chokepoint.lab.run;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is looked at closely while a scenario is run as written: a simulation's first replication, and the live run.
 *
 * @param connection the TCP connection to follow, counted from 1 through all groups of clients; 0 for none
 * @param capture where the packets are written down, if they are
 * @param events told what happens, if anybody is; from one or the other thread of the run, which waits meanwhile: it must be quick
 */
public record Watching(int connection, Optional<PacketCapture> capture, Optional<Consumer<RunEvent>> events) {
    /** Nothing is. */
    public static final Watching NOTHING = new Watching(0, Optional.empty());

    /** Checks that there is an answer. */
    public Watching {
        Objects.requireNonNull(capture, "capture");
        Objects.requireNonNull(events, "events");
    }

    /**
     * Tells nobody what happens.
     *
     * @param connection as above
     * @param capture as above
     */
    public Watching(int connection, Optional<PacketCapture> capture) {
        this(connection, capture, Optional.empty());
    }

    /** Tells what happened, if anybody wants to know; only then is it worked out. */
    void tell(Supplier<RunEvent> event) {
        events.ifPresent(listener -> listener.accept(event.get()));
    }
}

package dev.chokepoint.lab.run;

import dev.chokepoint.lab.scenario.Scenario;
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

    /** Tells of an interval of the timeline, and before it of the faults that were applied in it. */
    void tellInterval(Scenario scenario, Supplier<RunEvent.Interval> event) {
        events.ifPresent(listener -> {
            RunEvent.Interval interval = event.get();
            scenario.faults().stream()
                    .filter(fault -> interval.contains(fault.atNanos()))
                    .forEach(fault -> listener.accept(new RunEvent.FaultApplied(fault.atNanos(), fault.text())));
            listener.accept(interval);
        });
    }

    /** Tells what happened, if anybody wants to know; only then is it worked out. */
    void tell(Supplier<RunEvent> event) {
        events.ifPresent(listener -> listener.accept(event.get()));
    }
}

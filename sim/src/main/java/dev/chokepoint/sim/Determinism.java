package dev.chokepoint.sim;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs a scenario twice and tells where the two runs part. */
public final class Determinism {
    private Determinism() {}

    /**
     * One event or callback.
     *
     * @param timeNanos virtual time
     * @param host the number of the host, in the order hosts were added
     * @param kind what it was
     * @param detail what the kind counts: bytes given to the program, an accept's number; else 0
     */
    public record Event(long timeNanos, int host, EventKind kind, long detail) {
        @Override
        public String toString() {
            return kind + " at host " + host + ", " + timeNanos + " ns (" + detail + ")";
        }
    }

    /**
     * Where two runs part.
     *
     * @param index how many events were the same
     * @param first what came next in the first run; empty when it had ended
     * @param second what came next in the second run; empty when it had ended
     */
    public record Difference(long index, Optional<Event> first, Optional<Event> second) {
        @Override
        public String toString() {
            return "event " + index + " differs: first " + name(first) + ", then " + name(second)
                    + "; look for state that outlives a run, or for order that comes from a hash";
        }

        private static String name(Optional<Event> event) {
            return event.map(Event::toString).orElse("the end");
        }
    }

    /**
     * Runs {@code scenario} in two new worlds and compares every event. Keeps all events in memory, 20 bytes each.
     *
     * @param worlds makes an empty world, the same each time
     * @param scenario builds and runs it
     * @return the first difference; empty when the runs are the same
     */
    public static Optional<Difference> firstDifference(Supplier<SimWorld> worlds, Consumer<SimWorld> scenario) {
        Trace first = trace(worlds, scenario);
        Trace second = trace(worlds, scenario);
        int index = Trace.firstDifference(first, second);
        return index < 0
                ? Optional.empty()
                : Optional.of(new Difference(index, event(first, index), event(second, index)));
    }

    private static Trace trace(Supplier<SimWorld> worlds, Consumer<SimWorld> scenario) {
        try (SimWorld world = worlds.get()) {
            Trace trace = world.engine().trace();
            trace.keep();
            scenario.accept(world);
            return trace;
        }
    }

    private static Optional<Event> event(Trace trace, int index) {
        return index < trace.count()
                ? Optional.of(
                        new Event(trace.timeNanos(index), trace.host(index), trace.kind(index), trace.detail(index)))
                : Optional.empty();
    }
}

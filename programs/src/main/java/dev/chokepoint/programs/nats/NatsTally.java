package dev.chokepoint.programs.nats;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what a {@link NatsServer} does. Written by its lane, read by any thread. */
final class NatsTally {
    /** What is counted. */
    enum What {
        ACCEPTED,
        CLOSED,
        TURNED_AWAY,
        PUBLISHED,
        DELIVERED,
        SLOW,
        STALE,
        REFUSED
    }

    private final Map<What, AtomicLong> counts = new EnumMap<>(What.class);

    NatsTally() {
        for (What what : What.values()) {
            counts.put(what, new AtomicLong());
        }
    }

    void add(What what, long more) {
        AtomicLong count = counts.get(what);
        count.lazySet(count.get() + more); // there is one writer
    }

    private long of(What what) {
        return counts.get(what).get();
    }

    NatsServerCounts counts() {
        long closed = of(What.CLOSED);
        return new NatsServerCounts(
                of(What.ACCEPTED) - closed,
                of(What.ACCEPTED),
                of(What.TURNED_AWAY),
                of(What.PUBLISHED),
                of(What.DELIVERED),
                of(What.SLOW),
                of(What.STALE),
                of(What.REFUSED));
    }
}

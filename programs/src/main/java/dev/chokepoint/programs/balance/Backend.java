package dev.chokepoint.programs.balance;

import dev.chokepoint.host.Address;
import java.util.ArrayList;
import java.util.List;

/** One server as a lane sees it. */
final class Backend {
    /** No drain is under way. */
    static final long NEVER = Long.MAX_VALUE;

    private final int number;
    private final Address at;
    private final Health health;
    private final List<Relay> open = new ArrayList<>();

    private boolean up = true;
    private int failuresInARow;
    private int successesInARow;
    private long drainedByNanos = NEVER;

    Backend(int number, Address at, Health health) {
        this.number = number;
        this.at = at;
        this.health = health;
    }

    int number() {
        return number;
    }

    Address at() {
        return at;
    }

    boolean isUp() {
        return up;
    }

    /** A check or a client's connection did not open. True when that was one too many. */
    boolean failed() {
        successesInARow = 0;
        failuresInARow++;
        boolean falls = up && failuresInARow >= health.fall();
        up &= !falls;
        return falls;
    }

    /** A check opened. True when that made it well again. */
    boolean succeeded() {
        failuresInARow = 0;
        successesInARow++;
        boolean rises = !up && successesInARow >= health.rise();
        up |= rises;
        return rises;
    }

    /** How many connections this lane has to it, those that are being opened included. */
    int connections() {
        return open.size();
    }

    void add(Relay relay) {
        relay.place(open.size());
        open.add(relay);
    }

    /** Forgets a connection; the last one takes its place, so that no other moves. */
    void remove(Relay relay) {
        Relay last = open.removeLast();
        if (!last.equals(relay)) {
            open.set(relay.place(), last);
            last.place(relay.place());
        }
    }

    /** Aborts all of its open connections and returns how many there were; those that are being opened may try another. */
    int abortAll() {
        List<Relay> doomed = open.stream().filter(Relay::isOpen).toList();
        doomed.forEach(Relay::abort);
        return doomed.size();
    }

    /** When the drain that is under way ends, or {@link #NEVER}. */
    long drainedByNanos() {
        return drainedByNanos;
    }

    void drainedBy(long nanos) {
        drainedByNanos = nanos;
    }
}

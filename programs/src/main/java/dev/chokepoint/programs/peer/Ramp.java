package dev.chokepoint.programs.peer;

import dev.chokepoint.host.Host;
import java.util.function.IntConsumer;

/** Lets people come one after the other, evenly over a time, instead of all at once. Lane thread only. */
public final class Ramp {
    private final Host host;
    private final int people;
    private final IntConsumer come;
    private final long beginNanos;
    private final double eachNanos;
    private int next;

    private Ramp(Host host, int people, long overNanos, IntConsumer come) {
        this.host = host;
        this.people = people;
        this.come = come;
        beginNanos = host.nanoTime();
        eachNanos = (double) Math.max(0, overNanos) / people;
    }

    /**
     * Begins.
     *
     * @param host whose lane and clock
     * @param people how many, numbered from 0
     * @param overNanos the time; 0 or less lets all come now
     * @param come told each person's number when they come
     */
    public static void begin(Host host, int people, long overNanos, IntConsumer come) {
        new Ramp(host, people, overNanos, come).comeDue();
    }

    private void comeDue() {
        while (next < people && dueNanos() <= host.nanoTime()) {
            come.accept(next++);
        }
        if (next < people) {
            host.after(dueNanos() - host.nanoTime(), this::comeDue);
        }
    }

    private long dueNanos() {
        return beginNanos + (long) (eachNanos * next);
    }
}

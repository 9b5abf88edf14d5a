package dev.chokepoint.programs.peer;

import dev.chokepoint.host.Host;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Somebody's process dies in mid-run: their listener and connections are gone, which their peers hear as a reset, and whatever they
 * would have said is lost.
 *
 * @param person who, from 0
 * @param atNanos when, on the host's clock
 */
public record Death(int person, long atNanos) {
    /** Checks the number. */
    public Death {
        if (person < 0) {
            throw new IllegalArgumentException("death of person " + person + ": people are numbered from 0");
        }
    }

    /**
     * Checks that those who die are there.
     *
     * @param deaths who dies when
     * @param people how many there are
     * @throws IllegalArgumentException one of them isn't
     */
    public static void check(List<Death> deaths, int people) {
        for (Death death : deaths) {
            if (death.person >= people) {
                throw new IllegalArgumentException(
                        "death of person " + death.person + ": there are " + people + ", numbered from 0");
            }
        }
    }

    /**
     * Lets them die at their times.
     *
     * @param deaths who dies when
     * @param host on whose clock
     * @param die told who, on the lane
     */
    public static void plan(List<Death> deaths, Host host, IntConsumer die) {
        for (Death death : deaths) {
            host.after(death.atNanos - host.nanoTime(), () -> die.accept(death.person));
        }
    }
}

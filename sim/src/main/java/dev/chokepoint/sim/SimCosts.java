package dev.chokepoint.sim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a lane is charged for what every server does. Hosts with {@link dev.chokepoint.host.world.HostSpec#UNLIMITED} cores
 * (fleets of clients) pay only for calibrated work.
 *
 * @param turnNanos each callback
 * @param acceptNanos each accepted connection
 * @param readNanos each read
 * @param writeNanos each write: what one connection sends in one turn
 * @param bytePicos each byte read or written, in picoseconds
 * @param calibratedPicosPerUnit the measured cost of {@linkplain dev.chokepoint.host.Work.Calibrated calibrated} work by its
 *     name, in picoseconds a unit; work that is not named costs nothing
 */
public record SimCosts(
        long turnNanos,
        long acceptNanos,
        long readNanos,
        long writeNanos,
        long bytePicos,
        Map<String, Long> calibratedPicosPerUnit) {
    /** Nothing costs anything. */
    public static final SimCosts FREE = new SimCosts(0, 0, 0, 0, 0, Collections.emptyMap());

    /** Copies the map and checks the numbers. */
    public SimCosts {
        calibratedPicosPerUnit = Collections.unmodifiableMap(new LinkedHashMap<>(calibratedPicosPerUnit));
        require(turnNanos, "turn");
        require(acceptNanos, "accept");
        require(readNanos, "read");
        require(writeNanos, "write");
        require(bytePicos, "byte");
        calibratedPicosPerUnit.forEach((name, picos) -> require(picos, name));
    }

    private static void require(long cost, String name) {
        if (cost < 0) {
            throw new IllegalArgumentException("the cost of " + name + " is " + cost + ": must be 0 or more");
        }
    }

    /** What a fleet of clients pays: only the work that its programs do. */
    SimCosts workOnly() {
        return new SimCosts(0, 0, 0, 0, 0, calibratedPicosPerUnit);
    }

    long readNanos(long bytes) {
        return readNanos + toNanos(bytes * bytePicos);
    }

    long writeNanos(long bytes) {
        return writeNanos + toNanos(bytes * bytePicos);
    }

    long calibratedNanos(String work, long units) {
        return toNanos(calibratedPicosPerUnit.getOrDefault(work, 0L) * units);
    }

    private static long toNanos(long picos) {
        return (picos + 500) / 1000;
    }
}

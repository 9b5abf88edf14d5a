package dev.chokepoint.sim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a lane is charged for what every server does. Hosts with {@link dev.chokepoint.host.world.HostSpec#UNLIMITED} cores
 * (fleets of clients) that are on no machine pay only for calibrated work.
 *
 * @param wakeNanos each callback of a lane that had nothing to do before it
 * @param turnNanos each callback
 * @param acceptNanos each accepted connection
 * @param readNanos each read
 * @param writeNanos each write: what one connection sends in one turn
 * @param bytePicos each byte read or written, in picoseconds
 * @param pieceNanos each piece that a link has let go, charged to its sender's lane: what emulating a link in user space costs
 *     a live run; a real link costs no lane anything
 * @param calibratedPicosPerUnit the measured cost of {@linkplain dev.chokepoint.host.Work.Calibrated calibrated} work by its
 *     name, in picoseconds a unit; work that is not named costs nothing
 */
public record SimCosts(
        long wakeNanos,
        long turnNanos,
        long acceptNanos,
        long readNanos,
        long writeNanos,
        long bytePicos,
        long pieceNanos,
        Map<String, Long> calibratedPicosPerUnit) {
    /** Nothing costs anything. */
    public static final SimCosts FREE = new SimCosts(0, 0, 0, 0, 0, Collections.emptyMap());

    /**
     * Costs of a lane that wakes up for free, and whose links nobody emulates.
     *
     * @param turnNanos as above
     * @param acceptNanos as above
     * @param readNanos as above
     * @param writeNanos as above
     * @param bytePicos as above
     * @param calibratedPicosPerUnit as above
     */
    public SimCosts(
            long turnNanos,
            long acceptNanos,
            long readNanos,
            long writeNanos,
            long bytePicos,
            Map<String, Long> calibratedPicosPerUnit) {
        this(0, turnNanos, acceptNanos, readNanos, writeNanos, bytePicos, 0, calibratedPicosPerUnit);
    }

    /** Copies the map and checks the numbers. */
    public SimCosts {
        calibratedPicosPerUnit = Collections.unmodifiableMap(new LinkedHashMap<>(calibratedPicosPerUnit));
        require(wakeNanos, "wake-up");
        require(pieceNanos, "piece");
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

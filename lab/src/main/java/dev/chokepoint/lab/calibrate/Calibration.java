package dev.chokepoint.lab.calibrate;

import java.time.Instant;
import java.util.List;

/**
 * What this machine takes for what the simulator charges.
 *
 * @param key what it holds for
 * @param at when it was measured
 * @param brief whether it was made in a hurry, with fewer and shorter runs
 * @param elapsedNanos how long that took
 * @param server costs of server lanes
 * @param clients costs of the load generator's lanes
 * @param hop what latency has besides CPU time and links
 * @param heldOut how well it says what it was not fitted to
 */
public record Calibration(
        Key key,
        Instant at,
        boolean brief,
        long elapsedNanos,
        Fit server,
        Fit clients,
        Hop hop,
        List<HeldOut> heldOut) {
    /** Copies the list. */
    public Calibration {
        heldOut = List.copyOf(heldOut);
    }

    /**
     * A copy with another hop.
     *
     * @param other what latency has besides CPU time and links
     * @return the copy
     */
    public Calibration withHop(Hop other) {
        return new Calibration(key, at, brief, elapsedNanos, server, clients, other, heldOut);
    }

    /**
     * What makes one calibration another's.
     *
     * @param cpu the processor's model
     * @param cores how many the system has
     * @param kernel the operating system and its version
     * @param jdk the Java runtime's version
     * @param build identifies the code that was measured
     * @param transport what waits for sockets
     * @param io how servers wait for their sockets
     */
    public record Key(String cpu, int cores, String kernel, String jdk, String build, String transport, String io) {}

    /**
     * How far costs are off where they were not fitted.
     *
     * @param lane {@code server} or {@code clients}
     * @return root mean square, 0.1 is 10 %; 0 when nothing was held out
     */
    public double heldOutError(String lane) {
        return Math.sqrt(heldOut.stream()
                .filter(one -> one.lane().equals(lane))
                .mapToDouble(one -> one.relative() * one.relative())
                .average()
                .orElse(0));
    }
}

package dev.chokepoint.live;

import java.io.Serializable;

/**
 * What one lane has done since it began, counted in the units that the simulator charges, and the CPU time that it took: what
 * a unit costs follows from both.
 *
 * @param host the lane's host
 * @param lane its number on it
 * @param cpuNanos CPU time of its thread, the kernel's share for its sockets included
 * @param wakes how often its thread slept until something came; 0 where the system does not tell (it is known on Linux)
 * @param turns callbacks
 * @param accepts accepted connections
 * @param reads reads of sockets that gave something
 * @param writes writes: what one connection sent in one turn
 * @param bytes read and written
 * @param pieces how often an emulated link let go of what it carried for one connection, or of a datagram
 * @param burntNanos {@linkplain dev.chokepoint.host.Work.Synthetic synthetic} work, part of {@code cpuNanos}
 */
public record LaneUnits(
        String host,
        int lane,
        long cpuNanos,
        long wakes,
        long turns,
        long accepts,
        long reads,
        long writes,
        long bytes,
        long pieces,
        long burntNanos)
        implements Serializable {
    /**
     * The same lane before it did anything.
     *
     * @return its host and number, and zeros
     */
    public LaneUnits nothing() {
        return new LaneUnits(host, lane, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}

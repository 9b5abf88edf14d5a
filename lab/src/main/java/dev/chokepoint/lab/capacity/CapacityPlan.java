package dev.chokepoint.lab.capacity;

import dev.chokepoint.lab.measure.WorldResult.World;
import java.util.List;

/**
 * What to search, and how hard.
 *
 * @param worlds where, in this order: the simulation, real sockets, or both
 * @param precision how far the lowest load that misses may lie above the highest that meets: 0.05 is 5 %
 * @param liveNanos no live run begins that would end later than this after the first one began
 * @param curve whether loads below the answer are tried too, for a curve to be drawn
 */
public record CapacityPlan(List<World> worlds, double precision, long liveNanos, boolean curve) {
    /** The finest precision: what chance and the simulated time leave to be told apart. */
    public static final double FINEST = 0.005;

    /** The coarsest. */
    public static final double COARSEST = 0.5;

    /** Copies the list, checks the precision. */
    public CapacityPlan {
        worlds = List.copyOf(worlds);
        if (worlds.contains(World.TWIN)) {
            throw new IllegalArgumentException("a twin belongs to one live run: search the simulation or real sockets");
        }
        if (!(precision >= FINEST && precision <= COARSEST)) {
            throw new IllegalArgumentException(
                    "precision " + precision + ": from " + FINEST + " to " + COARSEST + " can be searched for");
        }
    }

    /**
     * A search whose curve is drawn.
     *
     * @param worlds as above
     * @param precision as above
     * @param liveNanos as above
     */
    public CapacityPlan(List<World> worlds, double precision, long liveNanos) {
        this(worlds, precision, liveNanos, true);
    }
}

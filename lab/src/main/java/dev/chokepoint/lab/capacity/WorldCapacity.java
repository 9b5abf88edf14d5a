package dev.chokepoint.lab.capacity;

import dev.chokepoint.lab.measure.WorldResult.World;
import java.util.List;
import java.util.Optional;

/**
 * What one world carries.
 *
 * @param world which one
 * @param points every load that was tried, in the order of load
 * @param capacity the answer
 * @param knee where more load begins to cost more than it brings; empty where the points don't show it
 * @param notes what is to be doubted, in plain sentences
 * @param elapsedNanos how long the search took on this machine's clock
 */
public record WorldCapacity(
        World world,
        List<LoadPoint> points,
        Capacity capacity,
        Optional<Knee> knee,
        List<String> notes,
        long elapsedNanos) {
    /** Copies the lists. */
    public WorldCapacity {
        points = List.copyOf(points);
        notes = List.copyOf(notes);
    }

    /**
     * The scenario's own load.
     *
     * @return empty when the search was stopped before it was tried
     */
    public Optional<LoadPoint> own() {
        return points.stream().filter(point -> point.factor() == 1).findFirst();
    }
}

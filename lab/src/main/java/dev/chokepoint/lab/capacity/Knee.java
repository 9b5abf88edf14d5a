package dev.chokepoint.lab.capacity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where more load begins to cost more latency than it brings throughput: the tried load with the greatest power,
 * throughput / mean latency (Giessler, Hänle, König and Pade 1978; Kleinrock 1979, "Power and deterministic rules of thumb for
 * probabilistic problems in computer communications"). For M/M/1 it lies at half the capacity; where a fixed delay is most
 * of the latency, close below the capacity.
 *
 * @param point the load
 * @param from the next lower load that was tried; the knee lies above it
 * @param to the next higher one; the knee lies below it
 */
public record Knee(LoadPoint point, double from, double to) {
    /** With fewer points than this the greatest power would say which loads were tried. */
    private static final int POINTS_MIN = 4;

    /**
     * The knee of a curve.
     *
     * @param points in the order of their loads
     * @return empty for too few points, or where power still grew at the highest load
     */
    static Optional<Knee> of(List<LoadPoint> points) {
        List<LoadPoint> valid = points.stream().filter(p -> p.power() > 0).toList();
        if (valid.size() < POINTS_MIN) {
            return Optional.empty();
        }
        LoadPoint best =
                valid.stream().max(Comparator.comparingDouble(LoadPoint::power)).orElseThrow();
        int at = valid.indexOf(best);
        if (at == valid.size() - 1) {
            return Optional.empty();
        }
        return Optional.of(new Knee(
                best, valid.get(Math.max(0, at - 1)).load(), valid.get(at + 1).load()));
    }
}

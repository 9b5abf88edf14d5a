package dev.chokepoint.lab.models;

import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.WorldResult;
import java.util.List;

/**
 * Runs of one variant.
 *
 * @param whole all of them in one
 * @param each one by one; over real sockets only those that are not void
 * @param estimates carried load, mean latency, p50, p99 and p99.9
 */
record Runs(WorldResult whole, List<WorldResult> each, List<Estimate> estimates) {}

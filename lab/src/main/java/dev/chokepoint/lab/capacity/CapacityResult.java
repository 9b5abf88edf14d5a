package dev.chokepoint.lab.capacity;

import dev.chokepoint.lab.diagnose.Diagnosis.AnalyticBound;
import dev.chokepoint.lab.scenario.Scenario;
import java.time.Instant;
import java.util.List;

/**
 * The capacity of a scenario.
 *
 * @param scenario at its own load
 * @param scenarioFile where it was read from
 * @param scenarioText its text
 * @param startedAt when the search began
 * @param machine what it ran on, one line
 * @param axis what loads are counted in
 * @param precision that was asked for: 0.05 is 5 %
 * @param objectives what every load was judged by
 * @param bounds what theory says of each resource, smallest first
 * @param worlds one or two searches, the simulation's first
 */
public record CapacityResult(
        Scenario scenario,
        String scenarioFile,
        String scenarioText,
        Instant startedAt,
        String machine,
        LoadAxis axis,
        double precision,
        List<String> objectives,
        List<AnalyticBound> bounds,
        List<WorldCapacity> worlds) {
    /** Copies the lists. */
    public CapacityResult {
        objectives = List.copyOf(objectives);
        bounds = List.copyOf(bounds);
        worlds = List.copyOf(worlds);
    }
}

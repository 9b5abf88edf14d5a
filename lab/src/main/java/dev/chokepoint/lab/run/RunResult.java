package dev.chokepoint.lab.run;

import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.topology.Drawing;
import java.time.Instant;
import java.util.List;

/**
 * Everything that one run of a scenario gave.
 *
 * @param scenario what was run
 * @param scenarioFile where it was read from
 * @param scenarioText its text
 * @param startedAt when
 * @param machine what it ran on, one line
 * @param drawing hosts and links, to be drawn
 * @param worlds one or two results, the simulation first
 * @param differences how the worlds differ, where both ran
 * @param verdicts one for each objective and world whose run is not void
 */
public record RunResult(
        Scenario scenario,
        String scenarioFile,
        String scenarioText,
        Instant startedAt,
        String machine,
        Drawing drawing,
        List<WorldResult> worlds,
        List<Difference> differences,
        List<Verdict> verdicts) {
    /** Copies the lists. */
    public RunResult {
        worlds = List.copyOf(worlds);
        differences = List.copyOf(differences);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * One figure in both worlds.
     *
     * @param figure such as {@code latency p99}
     * @param unit {@code ns}, {@code /s} or {@code 1} (a fraction)
     * @param simulated in the simulation
     * @param simulatedHalfWidth of the simulation's 95 % interval; NaN without one. The live run is one and has none
     * @param live over real sockets
     * @param relative (live - simulated) / simulated; NaN when simulated is 0
     */
    public record Difference(
            String figure, String unit, double simulated, double simulatedHalfWidth, double live, double relative) {}

    /**
     * Whether an objective held.
     *
     * @param objective as the user wrote it
     * @param world where
     * @param met whether it held
     * @param measured the measured value, in the objective's unit
     */
    public record Verdict(Scenario.Objective objective, WorldResult.World world, boolean met, double measured) {}
}

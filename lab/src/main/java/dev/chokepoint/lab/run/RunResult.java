package dev.chokepoint.lab.run;

import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.scenario.Objective;
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
 * @param worlds one to three results, in the order of {@link WorldResult.World}
 * @param differences how the live run differs from each simulation, where both ran; the simulation as written first
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
     * One figure of the live run, beside a simulation's.
     *
     * @param world which simulation: the scenario as written, or the twin
     * @param figure such as {@code latency p99}
     * @param unit {@code ns}, {@code /s} or {@code 1} (a fraction)
     * @param simulated in the simulation
     * @param simulatedHalfWidth of a 95 % interval; NaN without one. Of the scenario as written it is the simulation's own
     *     (confidence) interval; of the twin it is what one more run may differ by (prediction interval), so that the live run
     *     is to lie within it
     * @param live over real sockets
     * @param relative (live - simulated) / simulated; NaN when simulated is 0
     */
    public record Difference(
            WorldResult.World world,
            String figure,
            String unit,
            double simulated,
            double simulatedHalfWidth,
            double live,
            double relative) {
        /**
         * Whether the interval covers the live value.
         *
         * @return false without an interval
         */
        public boolean covered() {
            return Math.abs(live - simulated) <= simulatedHalfWidth;
        }
    }

    /**
     * Whether an objective held.
     *
     * @param objective as the user wrote it
     * @param world where
     * @param met whether it held
     * @param measured the measured value, in the objective's unit
     */
    public record Verdict(Objective objective, WorldResult.World world, boolean met, double measured) {}
}

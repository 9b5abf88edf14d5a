package dev.chokepoint.lab.run;

import dev.chokepoint.lab.measure.Footprint;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioException;
import dev.chokepoint.lab.scenario.ScenarioSource;

/**
 * One live run by itself, without a simulation beside it.
 *
 * @param result what was measured
 * @param server what the server process took of the machine
 */
public record LiveMeasurement(WorldResult result, Footprint server) {
    /**
     * Runs a scenario over real sockets.
     *
     * @param scenario what to run
     * @param source where it came from
     * @param progress told how it goes; may stop it early
     * @return what was measured
     * @throws ScenarioException the scenario has what only the simulator can do
     * @throws RunException the run could not be made, or broke
     */
    public static LiveMeasurement of(Scenario scenario, ScenarioSource source, RunProgress progress) {
        Emulation.require(scenario, source.text().file());
        LiveRun.Made made = LiveRun.made(scenario, source, Watching.NOTHING, progress);
        return new LiveMeasurement(made.result(), made.server());
    }
}

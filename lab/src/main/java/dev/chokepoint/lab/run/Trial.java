package dev.chokepoint.lab.run;

import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.sim.SimCosts;
import java.util.Map;

/**
 * What one replication simulates.
 *
 * @param scenario with the replication's seed
 * @param costs of hosts that are charged otherwise than the scenario says, by their names
 */
record Trial(Scenario scenario, Map<String, SimCosts> costs) {
    Trial(Scenario scenario) {
        this(scenario, Map.of());
    }
}

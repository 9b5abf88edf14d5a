package dev.chokepoint.lab.models;

import dev.chokepoint.lab.capacity.CapacityResult;
import dev.chokepoint.lab.run.RunProgress;
import dev.chokepoint.lab.scenario.Variation;
import java.util.Optional;

/** Runs a scenario's variations in one world. */
interface Runner {
    /**
     * Runs one as often as it takes, or as cheap.
     *
     * @param variation what to run
     * @param progress told how it goes
     * @return empty when the user stopped it before anything was done
     */
    Optional<Runs> run(Variation variation, RunProgress progress);

    /**
     * Runs one with a death as often as is worth it, with the same seeds.
     *
     * @param variation what to run
     * @param healthy the same without the death
     * @param progress told how it goes
     * @return empty when the user stopped it before anything was done
     */
    Optional<Runs> killed(Variation variation, Runs healthy, RunProgress progress);

    /**
     * Searches for one's capacity.
     *
     * @param variation what to run
     * @param progress told how it goes
     * @return what was found
     */
    CapacityResult search(Variation variation, RunProgress progress);
}

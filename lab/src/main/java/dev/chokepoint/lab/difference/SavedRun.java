package dev.chokepoint.lab.difference;

import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import java.util.List;
import java.util.Optional;

/**
 * A finished run, as its results file tells it.
 *
 * @param file where its results were read from
 * @param scenario its name
 * @param scenarioText its text
 * @param seed its random seed
 * @param startedAt when it started, as written
 * @param machine what it ran on
 * @param version of the Chokepoint that made it
 * @param worlds what each world gave; of the diagnosis only the chokepoint
 * @param objectives which objectives held where
 */
public record SavedRun(
        String file,
        String scenario,
        String scenarioText,
        long seed,
        String startedAt,
        String machine,
        String version,
        List<WorldResult> worlds,
        List<Held> objectives) {
    /** Copies the lists. */
    public SavedRun {
        worlds = List.copyOf(worlds);
        objectives = List.copyOf(objectives);
    }

    /**
     * Whether an objective held.
     *
     * @param objective as the user wrote it
     * @param world where
     * @param met whether it held
     */
    public record Held(String objective, World world, boolean met) {}

    /**
     * What one world gave.
     *
     * @param world which
     * @return empty where this run has none
     */
    public Optional<WorldResult> of(World world) {
        return worlds.stream().filter(result -> result.world() == world).findFirst();
    }
}

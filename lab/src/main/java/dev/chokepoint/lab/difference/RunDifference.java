package dev.chokepoint.lab.difference;

import java.util.List;

/**
 * What changed from some runs of a scenario to others.
 *
 * @param before the runs before, at least one
 * @param after the runs after, at least one
 * @param noise what counted as noise where there was no interval
 * @param worlds one for each world that both sides have
 * @param warnings what makes the comparison doubtful, in plain sentences
 */
public record RunDifference(
        List<SavedRun> before, List<SavedRun> after, Noise noise, List<WorldDifference> worlds, List<String> warnings) {
    /** Copies the lists. */
    public RunDifference {
        before = List.copyOf(before);
        after = List.copyOf(after);
        worlds = List.copyOf(worlds);
        warnings = List.copyOf(warnings);
    }

    /**
     * Whether anything got worse in any world.
     *
     * @return true on a regression
     */
    public boolean regressed() {
        return worlds.stream().anyMatch(WorldDifference::regressed);
    }
}

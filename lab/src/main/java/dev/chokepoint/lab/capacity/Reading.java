package dev.chokepoint.lab.capacity;

import dev.chokepoint.lab.measure.Latency;
import dev.chokepoint.lab.measure.LoadFigures;
import dev.chokepoint.lab.measure.WorldResult;

/**
 * What is kept of a run: the figures that objectives are about.
 *
 * @param load what was asked of it and what it carried
 * @param latency of delivered messages
 */
record Reading(LoadFigures load, Latency latency) {
    static Reading of(WorldResult run) {
        return new Reading(run.load(), run.latency());
    }
}

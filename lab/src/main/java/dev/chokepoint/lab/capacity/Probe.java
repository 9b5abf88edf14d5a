package dev.chokepoint.lab.capacity;

import java.util.Optional;

/** Tries loads. */
interface Probe {
    /**
     * Tries one.
     *
     * @param factor how many times the scenario's load, above 0
     * @return what became of it; empty when the user stopped it, or there is no time left
     */
    Optional<LoadPoint> at(double factor);
}

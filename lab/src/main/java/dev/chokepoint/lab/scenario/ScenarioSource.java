package dev.chokepoint.lab.scenario;

import java.util.Optional;

/**
 * Where a scenario comes from: what the processes of a live run need to have the same one.
 *
 * @param text of its file
 * @param variation what is run otherwise than the file says
 */
public record ScenarioSource(ScenarioText text, Variation variation) {
    /**
     * Reads and varies it.
     *
     * @return the scenario as it is run
     * @throws ScenarioException everything that is wrong with the text, or that does not go with the variation's model
     */
    public Scenario read() {
        return variation.of(ScenarioReader.read(text, Optional.ofNullable(variation.model())));
    }
}

package dev.chokepoint.lab.topology;

import dev.chokepoint.lab.scenario.Scenario;
import java.util.List;

/** The model {@code mesh}: clients only, whose own links meet in one place. */
final class Mesh {
    private Mesh() {}

    static Topology of(Scenario scenario, AddressPlan addresses) {
        return new Star(scenario, new ClientSide(scenario, addresses), List.of()).topology(List.of(), List.of());
    }
}

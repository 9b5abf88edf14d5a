package dev.chokepoint.lab.run;

import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioReader;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.ScenarioText;
import dev.chokepoint.lab.scenario.Variation;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;

/** Scenarios for tests, from the examples' folder or from text. */
final class Scenarios {
    private Scenarios() {}

    static ScenarioText example(String name) {
        return ScenarioText.of(Path.of(System.getProperty("chokepoint.root"), "examples", name + ".yaml"));
    }

    /** The usual 50 clients on 20 ms links, with the lines that a test cares about. */
    static ScenarioText ask(String app, String server, String clients) {
        return new ScenarioText("test.yaml", """
                name: test
                seed: 1
                warmup: 1s
                duration: 4s
                app: {ask: {%s}}
                server: {%s}
                clients: [{name: clients, %s}]
                costs: {turn: 0us, accept: 0us, read: 0us, write: 0us, byte: 0ns}
                """.formatted(app, server, clients));
    }

    /** Once. */
    static WorldResult simulate(ScenarioText text) {
        return run(text, EnumSet.of(World.SIMULATION), new ReplicationPlan.Fixed(1))
                .worlds()
                .getFirst();
    }

    static RunResult run(ScenarioText text, EnumSet<World> worlds, ReplicationPlan plan) {
        Scenario scenario = ScenarioReader.read(text);
        return Lab.run(
                scenario,
                new ScenarioSource(text, Variation.NONE),
                worlds,
                plan,
                new Watching(1, Optional.empty()),
                new Quiet());
    }
}

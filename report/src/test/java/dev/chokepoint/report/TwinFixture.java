package dev.chokepoint.report;

import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.lab.run.RunResult.Difference;
import java.util.ArrayList;
import java.util.List;

/** {@link Fixture#ask()} with the live run's twin between the two. */
final class TwinFixture {
    private TwinFixture() {}

    static RunResult ask() {
        RunResult two = Fixture.ask();
        WorldResult simulation = two.worlds().getFirst();
        List<Difference> differences = new ArrayList<>(two.differences());
        differences.add(new Difference(World.TWIN, "carried", "/s", 400.3, 4.2, 399.8, -0.001));
        differences.add(new Difference(World.TWIN, "latency p50", "ns", 22.1e6, 1.1e6, 23.9e6, 0.081));
        differences.add(new Difference(World.TWIN, "chokepoint's capacity", "/s", 900, Double.NaN, 907.8, 0.009));
        return new RunResult(
                two.scenario(),
                two.scenarioFile(),
                two.scenarioText(),
                two.startedAt(),
                two.machine(),
                two.drawing(),
                List.of(simulation, simulation.as(World.TWIN), two.worlds().getLast()),
                differences,
                two.verdicts());
    }
}

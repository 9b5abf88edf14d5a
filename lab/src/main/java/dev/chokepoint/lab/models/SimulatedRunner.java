package dev.chokepoint.lab.models;

import dev.chokepoint.lab.capacity.CapacityPlan;
import dev.chokepoint.lab.capacity.CapacityResult;
import dev.chokepoint.lab.capacity.CapacitySearch;
import dev.chokepoint.lab.measure.Statistics;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunProgress;
import dev.chokepoint.lab.run.Trials;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.Variation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * In the simulator.
 *
 * @param source where the scenario comes from
 * @param replications how often each; empty for as often as is cheap
 */
record SimulatedRunner(ScenarioSource source, OptionalInt replications) implements Runner {
    /** With fewer there is hardly an interval. */
    private static final int FEWEST = 3;

    private static final int USUAL = 10;

    /** A death is no matter of a few per cent. */
    private static final int DEATHS_MOST = 5;

    /** Of loads that met and missed, so close are close enough: the models are to be told apart. */
    private static final double PRECISION = 0.1;

    @Override
    public Optional<Runs> run(Variation variation, RunProgress progress) {
        Trials trials = new Trials(scenario(variation));
        trials.more(replications.isPresent() ? replications.getAsInt() : 1, progress);
        if (replications.isEmpty() && !trials.runs().isEmpty()) {
            trials.more(trials.affordable(FEWEST, USUAL) - 1, progress);
        }
        return runs(trials);
    }

    @Override
    public Optional<Runs> killed(Variation variation, Runs healthy, RunProgress progress) {
        Trials trials = new Trials(scenario(variation));
        trials.more(Math.min(DEATHS_MOST, healthy.each().size()), progress);
        return runs(trials);
    }

    private static Optional<Runs> runs(Trials trials) {
        List<WorldResult> each = trials.runs();
        if (each.isEmpty()) {
            return Optional.empty();
        }
        WorldResult whole = trials.pooled();
        return Optional.of(new Runs(
                whole, each, whole.statistics().map(Statistics::estimates).orElseThrow()));
    }

    @Override
    public CapacityResult search(Variation variation, RunProgress progress) {
        CapacityPlan plan = new CapacityPlan(List.of(World.SIMULATION), PRECISION, 0, false);
        return CapacitySearch.find(scenario(variation), new ScenarioSource(source.text(), variation), plan, progress);
    }

    private Scenario scenario(Variation variation) {
        return new ScenarioSource(source.text(), variation).read();
    }
}

package dev.chokepoint.lab.capacity;

import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Estimate.Doubt;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.Statistics.Warmup;
import dev.chokepoint.lab.run.RunProgress;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioReader;
import dev.chokepoint.lab.scenario.ScenarioText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** A system that behaves as written here: what is asked of it is the number of times it was asked, and for which loads. */
final class ScriptedSystem implements Probe {
    static final RunProgress QUIET = new RunProgress() {
        @Override
        public void step(String what, double fraction) {}

        @Override
        public boolean stopped() {
            return false;
        }
    };

    private final DoubleFunction<Outcome> outcomes;
    private final OptionalDouble fullAt;
    private final List<Double> asked = new ArrayList<>();

    ScriptedSystem(OptionalDouble fullAt, DoubleFunction<Outcome> outcomes) {
        this.fullAt = fullAt;
        this.outcomes = outcomes;
    }

    List<Double> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Optional<LoadPoint> at(double factor) {
        asked.add(factor);
        Outcome outcome = outcomes.apply(factor);
        return Optional.of(
                outcome == Outcome.VOID
                        ? LoadPoint.voided(factor, factor, "the generator was late")
                        : point(factor, outcome, fullAt, 1e9 / Math.max(0.1, 3 - factor)));
    }

    static LoadPoint point(double factor, Outcome outcome, OptionalDouble fullAt, double meanNanos) {
        List<Estimate> estimates = List.of(
                new Estimate(Figure.CARRIED, factor, 0, Doubt.NONE),
                new Estimate(Figure.MEAN, meanNanos, 0, Doubt.NONE));
        return new LoadPoint(
                factor,
                factor,
                outcome,
                10,
                factor,
                1000,
                estimates,
                List.of(),
                Optional.empty(),
                fullAt,
                Warmup.Verdict.LONG_ENOUGH,
                Optional.empty());
    }

    static Scenario scenario(String load) {
        return ScenarioReader.read(new ScenarioText("test.yaml", """
                app: {ask: {work: 1ms}}
                clients: [{name: clients, count: 4, load: {%s}}]
                """.formatted(load)));
    }

    /** Searches it to 5 %, without a curve. */
    List<LoadPoint> searched() {
        return searched(List.of());
    }

    List<LoadPoint> searched(List<Double> curve) {
        LoadAxis axis = new LoadAxis(LoadAxis.Unit.TIMES, scenario("poisson: 100/s"));
        return new Search(new Limits(0.05, 24, curve), axis::load).run(this, new SearchProgress("", axis, QUIET));
    }
}

package dev.chokepoint.lab.capacity;

import dev.chokepoint.lab.run.RunProgress;
import dev.chokepoint.lab.run.Trials;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Variation;
import java.util.Optional;

/** Tries loads in the simulator, with the same seeds at each; what is undecided is tried more often. */
record SimulatedProbe(Variation variation, Scenario scenario, Points points, RunProgress progress) implements Probe {
    private static final int FIRST = 3;
    private static final int USUAL = 10;

    /** An undecided load gets up to so many times the usual replications. */
    private static final int MOST_TIMES = 4;

    @Override
    public Optional<LoadPoint> at(double factor) {
        Trials trials = new Trials(variation.withLoad(factor).of(scenario));
        trials.more(FIRST, progress);
        if (trials.runs().size() < FIRST) {
            return Optional.empty();
        }
        int usual = trials.affordable(FIRST, USUAL);
        trials.more(usual - FIRST, progress);
        LoadPoint point = points.simulated(factor, trials.runs(), trials.pooled());
        while (point.outcome() == Outcome.UNDECIDED && point.runs() < MOST_TIMES * usual && !progress.stopped()) {
            trials.more(point.runs(), progress);
            point = points.simulated(factor, trials.runs(), trials.pooled());
        }
        return Optional.of(point);
    }
}

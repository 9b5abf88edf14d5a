package dev.chokepoint.programs.load;

import dev.chokepoint.programs.load.Workload.Step;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A Poisson process whose rate changes in steps. Each gap is an exponential amount of expected arrivals, used up at the rate
 * of the moment, so a change of rate takes effect at its very time and not only at the next arrival.
 */
final class PoissonArrivals implements Arrivals {
    private final long startNanos;
    private final List<Step> steps;
    private final RandomGenerator random;

    private int step;
    /** Since the start; a double holds whole nanoseconds exactly for 104 days. */
    private double stepEndNanos;

    private double offsetNanos;

    PoissonArrivals(long startNanos, List<Step> steps, RandomGenerator random) {
        this.startNanos = startNanos;
        this.steps = steps;
        this.random = random;
        stepEndNanos = steps.getFirst().lastsNanos();
    }

    @Override
    public long nextNanos() {
        double expected = ServiceTime.unitExponential(random);
        while (!isLastStep() && expected >= expectedInStep()) {
            expected -= expectedInStep();
            offsetNanos = stepEndNanos;
            step++;
            stepEndNanos += steps.get(step).lastsNanos();
        }
        offsetNanos += expected / ratePerNano();
        return offsetNanos < (double) NEVER - startNanos ? startNanos + StrictMath.round(offsetNanos) : NEVER;
    }

    private boolean isLastStep() {
        return step == steps.size() - 1;
    }

    private double expectedInStep() {
        return (stepEndNanos - offsetNanos) * ratePerNano();
    }

    private double ratePerNano() {
        return steps.get(step).perSecond() / 1e9;
    }
}

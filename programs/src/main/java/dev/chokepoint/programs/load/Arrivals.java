package dev.chokepoint.programs.load;

import dev.chokepoint.programs.load.Workload.Step;
import java.util.List;
import java.util.random.RandomGenerator;

/** The times at which an open workload's requests come, one after the other. Not thread-safe. */
@FunctionalInterface
public interface Arrivals {
    /** A time that never comes: the workload has ended. */
    long NEVER = Long.MAX_VALUE;

    /**
     * The next request's time.
     *
     * @return nanoseconds on the clock that the start was given in, never decreasing; {@link #NEVER} when no more come
     */
    long nextNanos();

    /**
     * The times that a workload's law gives.
     *
     * @param workload the law
     * @param startNanos when it begins
     * @param random where its randomness comes from
     * @return times from {@code startNanos} on
     */
    static Arrivals of(Workload.Open workload, long startNanos, RandomGenerator random) {
        return switch (workload) {
            case Workload.Constant constant -> new ConstantArrivals(startNanos, constant.perSecond());
            case Workload.Poisson poisson ->
                new PoissonArrivals(startNanos, List.of(new Step(poisson.perSecond(), NEVER)), random);
            case Workload.Steps steps -> new PoissonArrivals(startNanos, steps.steps(), random);
        };
    }
}

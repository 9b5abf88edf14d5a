package dev.chokepoint.programs.load;

import java.util.List;

/** When requests are made. */
public sealed interface Workload {
    /** A workload whose requests come at times of their own, whatever becomes of the earlier ones. */
    sealed interface Open extends Workload {}

    /**
     * Open loop, exponential gaps.
     *
     * @param perSecond the rate, above 0
     */
    record Poisson(double perSecond) implements Open {
        /** Checks the rate. */
        public Poisson {
            requireRate(perSecond > 0, perSecond, "above 0");
        }
    }

    /**
     * Open loop, equal gaps: request k comes k / rate after the start, without drift.
     *
     * @param perSecond the rate, above 0
     */
    record Constant(double perSecond) implements Open {
        /** Checks the rate. */
        public Constant {
            requireRate(perSecond > 0, perSecond, "above 0");
        }
    }

    /**
     * Open loop, Poisson at one rate after another; the last one stays.
     *
     * @param steps at least one
     */
    record Steps(List<Step> steps) implements Open {
        /** Copies the list. */
        public Steps {
            steps = List.copyOf(steps);
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("a workload of 0 steps: needs at least 1");
            }
        }
    }

    /**
     * One step of {@link Steps}.
     *
     * @param perSecond the rate; 0 is a pause
     * @param lastsNanos for how long, at least 1
     */
    record Step(double perSecond, long lastsNanos) {
        /** Checks the numbers. */
        public Step {
            requireRate(perSecond >= 0, perSecond, "0 or more");
            if (lastsNanos < 1) {
                throw new IllegalArgumentException("a step of " + lastsNanos + " ns: must last at least 1");
            }
        }
    }

    /**
     * Closed loop: each client thinks, asks, waits for the answer, and thinks again.
     *
     * @param think the time between an answer and the next request
     */
    record Closed(ServiceTime think) implements Workload {}

    /**
     * The same load, offered more or less often.
     *
     * @param factor multiplies rates, above 0; a closed loop has none and stays
     * @return the other load
     */
    default Workload times(double factor) {
        return switch (this) {
            case Poisson poisson -> new Poisson(poisson.perSecond * factor);
            case Constant constant -> new Constant(constant.perSecond * factor);
            case Steps steps ->
                new Steps(steps.steps.stream()
                        .map(step -> new Step(step.perSecond * factor, step.lastsNanos))
                        .toList());
            case Closed closed -> closed;
        };
    }

    private static void requireRate(boolean holds, double perSecond, String allowed) {
        if (!holds || !Double.isFinite(perSecond)) {
            throw new IllegalArgumentException("a rate of " + perSecond + "/s: must be finite and " + allowed);
        }
    }
}

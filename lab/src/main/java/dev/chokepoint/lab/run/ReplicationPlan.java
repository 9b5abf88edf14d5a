package dev.chokepoint.lab.run;

/**
 * How often a simulation is run, each time with other random numbers. The first replication's seed is the scenario's own;
 * replication n's, from 2 on, is {@code mix(seed + (n - 1) × 0x9e3779b97f4a7c15)} shifted right by 11 bits, where {@code mix}
 * is SplitMix64's finalizer (Steele, Lea and Flood 2014): numbers that {@code --seed} takes and JSON keeps exactly.
 */
public sealed interface ReplicationPlan {
    /** The most replications that any plan makes. */
    int MOST = 10_000;

    /**
     * Ten replications, or as many as stay cheap; one of a scenario that is dear. How many follows from how much the first
     * one had to do, never from the clock, so that a seed gives the same figures on every machine.
     */
    record Automatic() implements ReplicationPlan {}

    /**
     * So many.
     *
     * @param replications from 1 to {@link #MOST}
     */
    record Fixed(int replications) implements ReplicationPlan {
        /** Checks the number. */
        public Fixed {
            if (replications < 1 || replications > MOST) {
                throw new IllegalArgumentException(replications + " replications: 1 to " + MOST + " can be made");
            }
        }
    }

    /**
     * As many as it takes until the intervals of the mean and of the percentiles that matter (those of the objectives; else
     * p50 and p99) reach no further than a part of the figure to either side. Stopping when an interval happens to be narrow
     * makes it cover the truth a little less often than 95 % (Law, section 9.5.1); at least 10 replications, and looking only
     * after each batch, keep that small.
     *
     * @param relative the part: 0.01 is ± 1 %; above 0, below 1
     */
    record UntilPrecise(double relative) implements ReplicationPlan {
        /** Checks the number. */
        public UntilPrecise {
            if (!(relative > 0 && relative < 1)) {
                throw new IllegalArgumentException(
                        "precision " + relative + ": a part of the figure, above 0 and below 1");
            }
        }
    }

    /**
     * The seed of a replication.
     *
     * @param seed the scenario's
     * @param replication from 1
     * @return the scenario's own for the first
     */
    static long seed(long seed, int replication) {
        if (replication == 1) {
            return seed;
        }
        long z = seed + (replication - 1) * 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return (z ^ z >>> 31) >>> 11;
    }
}

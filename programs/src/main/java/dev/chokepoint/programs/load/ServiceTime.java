package dev.chokepoint.programs.load;

import java.util.random.RandomGenerator;

/** A random duration of work or thought. The same generator gives the same durations on every machine and JDK. */
public sealed interface ServiceTime {
    /**
     * Draws one duration.
     *
     * @param random advanced by at most one draw
     * @return nanoseconds, 0 or more
     */
    long sampleNanos(RandomGenerator random);

    /**
     * The mean of many draws.
     *
     * @return nanoseconds, 0 or more
     */
    long meanNanos();

    /**
     * Always the same.
     *
     * @param nanos the duration, 0 or more
     */
    record Constant(long nanos) implements ServiceTime {
        /** Checks the duration. */
        public Constant {
            require(nanos);
        }

        @Override
        public long sampleNanos(RandomGenerator random) {
            return nanos;
        }

        @Override
        public long meanNanos() {
            return nanos;
        }
    }

    /**
     * Exponentially distributed.
     *
     * @param meanNanos the mean, 0 or more
     */
    record Exponential(long meanNanos) implements ServiceTime {
        /** Checks the mean. */
        public Exponential {
            require(meanNanos);
        }

        @Override
        public long sampleNanos(RandomGenerator random) {
            return StrictMath.round(meanNanos * unitExponential(random));
        }
    }

    /**
     * An exponential number of mean 1, by inversion with {@link StrictMath}.
     *
     * @param random advanced by one draw
     * @return 0 to about 37
     */
    static double unitExponential(RandomGenerator random) {
        return -StrictMath.log(1.0 - random.nextDouble());
    }

    private static void require(long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException("a duration of " + nanos + " ns: must be 0 or more");
        }
    }
}

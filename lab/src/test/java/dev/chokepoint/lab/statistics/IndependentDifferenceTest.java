package dev.chokepoint.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.host.world.SeededRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class IndependentDifferenceTest {
    /** SciPy 1.x: {@code ttest_ind([2,4,6,8,13,9], [1,2,3,4,5], equal_var=False).confidence_interval(0.95)}. */
    @Test
    void shouldMatchSciPy() {
        Interval change = IndependentDifference.of(
                new double[] {1, 2, 3, 4, 5}, new double[] {2, 4, 6, 8, 13, 9}, Interval.CONFIDENCE);

        assertThat(change.mean()).isCloseTo(4, within(1e-12));
        assertThat(change.halfWidth()).isCloseTo(8.138503023143874 - 4, within(1e-6));
    }

    @Test
    void shouldSayNothingOfOneRunASide() {
        Interval change = IndependentDifference.of(new double[] {5}, new double[] {7}, Interval.CONFIDENCE);

        assertThat(change.mean()).isEqualTo(2);
        assertThat(change.halfWidth()).isNaN();
    }

    @Test
    void shouldBeSureOfWhatNeverVaries() {
        assertThat(IndependentDifference.of(new double[] {5, 5}, new double[] {7, 7}, Interval.CONFIDENCE)
                        .halfWidth())
                .isZero();
    }

    /** Two sets of unequal size and spread, 4,000 times: the interval covers the true change in 95 % ± 1.5 % of them. */
    @Test
    void shouldCoverTheTrueChangeAsOftenAsItSays() {
        RandomGenerator random = new SeededRandom(1, "coverage");
        int covered = 0;
        for (int i = 0; i < 4_000; i++) {
            Interval change =
                    IndependentDifference.of(normal(random, 4, 10, 1), normal(random, 8, 13, 5), Interval.CONFIDENCE);
            covered += Math.abs(change.mean() - 3) <= change.halfWidth() ? 1 : 0;
        }
        assertThat(covered / 4_000.0).isBetween(0.935, 0.965);
    }

    private static double[] normal(RandomGenerator random, int count, double mean, double deviation) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = mean + deviation * random.nextGaussian();
        }
        return numbers;
    }
}

package dev.chokepoint.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class Mser5Test {
    private static double[] series(int length, long seed, IntToDoubleFunction trend) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[length];
        Arrays.setAll(values, i -> trend.applyAsDouble(i) + random.nextDouble() - 0.5);
        return values;
    }

    @Test
    void shouldDeleteAStepExactly() {
        double[] values = new double[1_000];
        Arrays.fill(values, 0, 200, 7);

        assertThat(Mser5.of(values)).isEqualTo(new Mser5(200, true));
    }

    @Test
    void shouldFindTheEndOfAKnownTransient() {
        for (long seed = 1; seed <= 20; seed++) {
            Mser5 found = Mser5.of(series(1_000, seed, i -> i < 150 ? 20 * (1 - i / 150.0) : 0));

            assertThat(found.deleted()).isBetween(130, 200);
            assertThat(found.settled()).isTrue();
        }
    }

    @Test
    void shouldDeleteNothingOfWhatNeverChanges() {
        double[] values = new double[300];
        Arrays.fill(values, 1e9 + 0.1);

        assertThat(Mser5.of(values)).isEqualTo(new Mser5(0, true));
    }

    @Test
    void shouldSeldomRejectNoise() {
        int rejected = 0;
        for (long seed = 1; seed <= 200; seed++) {
            rejected += Mser5.of(series(1_000, seed, i -> 5)).settled() ? 0 : 1;
        }
        assertThat(rejected).isLessThan(20);
    }

    @Test
    void shouldNotSettleWhileItGrows() {
        assertThat(Mser5.of(series(1_000, 1, i -> i / 10.0)).settled()).isFalse();
    }

    @Test
    void shouldRefuseToJudgeAFewValues() {
        assertThatThrownBy(() -> Mser5.of(new double[99]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("99 values");
    }
}

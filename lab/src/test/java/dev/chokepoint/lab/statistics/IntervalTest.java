package dev.chokepoint.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {
    private static Interval of(double... numbers) {
        Moments moments = new Moments();
        for (double number : numbers) {
            moments.add(number);
        }
        return Interval.of(moments);
    }

    /** Student's own table: t(0.975) is 12.706 for 1 degree of freedom, 4.303 for 2, 2.262 for 9. */
    @Test
    void shouldMatchStudentsTable() {
        assertThat(of(-1, 1).halfWidth()).isCloseTo(12.706 * Math.sqrt(2.0 / 2), within(0.001));
        assertThat(of(1, 2, 3).halfWidth()).isCloseTo(4.303 / Math.sqrt(3), within(0.001));
        assertThat(of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10).halfWidth())
                .isCloseTo(2.2622 * Math.sqrt(82.5 / 9 / 10), within(0.001));
    }

    @Test
    void shouldSayNothingOfOneNumber() {
        assertThat(of(5).mean()).isEqualTo(5);
        assertThat(of(5).halfWidth()).isNaN();
        assertThat(of(5).relative()).isNaN();
    }

    @Test
    void shouldNotLoseSmallDifferencesOfLargeNumbers() {
        assertThat(of(1e12 + 1, 1e12 + 2, 1e12 + 3).halfWidth()).isCloseTo(4.303 / Math.sqrt(3), within(0.001));
    }

    @Test
    void shouldCancelWhatChanceDidToBoth() {
        PairedDifference paired = PairedDifference.of(new double[] {10, 50, 30, 90}, new double[] {11, 51.2, 30.9, 91});

        assertThat(paired.before()).isEqualTo(45);
        assertThat(paired.change().mean()).isCloseTo(1.025, within(1e-9));
        assertThat(paired.change().halfWidth()).isLessThan(0.25);
    }

    @Test
    void shouldRefuseAFigureWithoutItsPartner() {
        assertThatThrownBy(() -> PairedDifference.of(new double[1], new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 figures against 2");
    }
}

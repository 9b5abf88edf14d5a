package dev.chokepoint.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RttEstimatorTest {
    private static final long MILLI = 1_000_000;
    private final RttEstimator rtt = new RttEstimator(1000 * MILLI);

    @Test
    void shouldTakeTheFirstSampleAsItIsAndHalfOfItAsItsVariation() {
        rtt.sample(100 * MILLI, 0);

        assertThat(rtt.smoothedNanos()).isEqualTo(100 * MILLI);
        assertThat(rtt.rtoNanos()).isEqualTo(100 * MILLI + 4 * 50 * MILLI);
    }

    @Test
    void shouldSmoothFurtherSamplesByAnEighthAndAQuarter() {
        rtt.sample(100 * MILLI, 0);
        rtt.sample(180 * MILLI, 0);

        assertThat(rtt.smoothedNanos()).isEqualTo(110 * MILLI);
        assertThat(rtt.rtoNanos()).isEqualTo(110 * MILLI + 4 * (50 + (80 - 50) / 4) * MILLI + 2 * MILLI);
    }

    @Test
    void shouldNeverWaitLessThanTheMinimumNorMoreThanAMinute() {
        rtt.sample(MILLI, 1000 * MILLI);
        assertThat(rtt.rtoNanos()).isEqualTo(1000 * MILLI);

        for (int i = 0; i < 20; i++) {
            rtt.backOff();
        }
        assertThat(rtt.rtoNanos()).isEqualTo(RttEstimator.MAX_RTO_NANOS);
    }

    @Test
    void shouldDoubleUntilTheNextSample() {
        rtt.backOff();
        rtt.backOff();
        assertThat(rtt.rtoNanos()).isEqualTo(4000 * MILLI);

        rtt.sample(100 * MILLI, 200 * MILLI);
        assertThat(rtt.rtoNanos()).isEqualTo(300 * MILLI);
    }
}

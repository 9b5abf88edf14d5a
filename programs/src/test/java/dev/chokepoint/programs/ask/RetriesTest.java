package dev.chokepoint.programs.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RetriesTest {
    @Test
    void shouldWaitTwiceAsLongEachTime() {
        Retries retries = new Retries(2, 100);

        assertThat(retries.waitNanos(0)).isEqualTo(100);
        assertThat(retries.waitNanos(1)).isEqualTo(200);
        assertThat(retries.waitNanos(2)).isEqualTo(400);
        assertThat(retries.patienceNanos()).isEqualTo(700);
        assertThat(new Retries(0, 100).patienceNanos()).isEqualTo(100);
        assertThat(new Retries(Retries.MOST_MAX, 3_600_000_000_000L).patienceNanos())
                .isPositive();
    }

    @Test
    void shouldRefuseWhatNobodyWaitsFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retries(17, 1))
                .withMessage("17 retries: must be 0 to 16");
        assertThatIllegalArgumentException().isThrownBy(() -> new Retries(-1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retries(0, 0))
                .withMessageContaining("a time-out of 0 ns");
    }
}

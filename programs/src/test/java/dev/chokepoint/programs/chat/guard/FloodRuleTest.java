package dev.chokepoint.programs.chat.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FloodRuleTest {
    private static final long SECOND = 1_000_000_000;
    /** RFC 1459 section 8.10: two seconds a message, at most ten ahead. */
    private static final FloodRule RFC = new FloodRule(2 * SECOND, 10 * SECOND);

    @Test
    void shouldTakeABurstAndThenOneMessageAPenalty() {
        long now = -5 * SECOND; // a clock's origin is arbitrary
        long timer = now;
        int taken = 0;
        while (RFC.waitNanos(timer, now) == 0) {
            timer = RFC.afterMessage(timer, now, 1);
            taken++;
        }
        assertThat(taken).isEqualTo(6);
        assertThat(RFC.waitNanos(timer, now)).isEqualTo(2 * SECOND);
        assertThat(RFC.waitNanos(timer, now + 2 * SECOND)).isZero();
        assertThat(RFC.waitNanos(RFC.afterMessage(timer, now + 2 * SECOND, 1), now + 2 * SECOND))
                .isEqualTo(2 * SECOND);
    }

    @Test
    void shouldForgiveAfterSilence() {
        long timer = RFC.afterMessage(0, 100 * SECOND, 1);

        assertThat(timer).isEqualTo(102 * SECOND);
    }

    @Test
    void shouldChargeHeavyMessagesMoreAndFreeOnesNothing() {
        assertThat(RFC.afterMessage(0, 0, 5)).isEqualTo(10 * SECOND);
        assertThat(RFC.afterMessage(7, 0, 0)).isEqualTo(7);
    }

    @Test
    void shouldNeverLetAnybodyWaitWithoutARule() {
        assertThat(FloodRule.NONE.waitNanos(Long.MAX_VALUE, 0)).isZero();
    }
}

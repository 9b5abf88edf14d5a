package dev.chokepoint.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CongestionControlTest {
    private static final int MSS = 1000;
    private static final long SECOND = 1_000_000_000L;
    private final RttEstimator rtt = new RttEstimator(SECOND);

    private static CongestionControl of(TcpSettings.Control control) {
        return CongestionControl.of(
                new TcpSettings(
                        control, 8, true, true, true, false, MSS, 1 << 20, 10, 2, SECOND / 25, SECOND, SECOND / 5),
                MSS);
    }

    private void loseAt(CongestionControl control, long segments) {
        control.windowBytes(segments * MSS);
        control.thresholdBytes(control.afterLoss(segments * MSS));
        control.windowBytes(control.thresholdBytes());
    }

    @Test
    void shouldGrowByOneSegmentAnAcknowledgementInSlowStart() {
        CongestionControl reno = of(TcpSettings.Control.NEW_RENO);
        reno.acknowledged(2, rtt, 0);

        assertThat(reno.windowBytes()).isEqualTo(11 * MSS);
    }

    @Test
    void shouldGrowByOneSegmentARoundTripInCongestionAvoidance() {
        CongestionControl reno = of(TcpSettings.Control.NEW_RENO);
        loseAt(reno, 40);
        for (int i = 0; i < 20; i++) {
            reno.acknowledged(1, rtt, 0);
        }

        assertThat(reno.windowBytes()).isCloseTo(21 * MSS, within(50L));
    }

    @Test
    void shouldHalveWhatIsInTheNetworkButKeepTwoSegments() {
        CongestionControl reno = of(TcpSettings.Control.NEW_RENO);

        assertThat(reno.afterLoss(30 * MSS)).isEqualTo(15 * MSS);
        assertThat(reno.afterLoss(MSS)).isEqualTo(2 * MSS);
    }

    @Test
    void shouldCountRestsUntilTheyMakeASegment() {
        CongestionControl reno = of(TcpSettings.Control.NEW_RENO);

        assertThat(reno.segments(1500)).isEqualTo(1);
        assertThat(reno.segments(400)).isZero();
        assertThat(reno.segments(100)).isEqualTo(1);
    }

    /** RFC 9438 figure 1: W_cubic(t) = C(t - K)³ + W_max with K = cbrt(W_max (1 - beta) / C), here of 1000 segments. */
    @Test
    void shouldFollowTheCubicCurve() {
        CongestionControl cubic = of(TcpSettings.Control.CUBIC);
        loseAt(cubic, 1000);
        long rttNanos = SECOND / 10;
        rtt.sample(rttNanos, SECOND / 5);
        double period = Math.cbrt(1000 * 0.3 / 0.4);
        assertThat(cubic.windowBytes()).isEqualTo(700 * MSS);

        for (long now = 0; now <= 15 * SECOND; now += rttNanos) {
            double since = now / 1e9 - period;
            if (now % SECOND == 0 && now > 0) {
                assertThat(cubic.windowBytes() / (double) MSS)
                        .as("window after %d s", now / SECOND)
                        .isCloseTo(1000 + 0.4 * since * since * since, within(15.0));
            }
            int acked = (int) (cubic.windowBytes() / MSS);
            for (int i = 0; i < acked; i += 2) {
                cubic.acknowledged(2, rtt, now);
            }
        }
    }

    /** RFC 9438 section 4.3: with a short round trip and a small window it grows as Reno would: 0.53 segments a round trip. */
    @Test
    void shouldBeAsFastAsRenoWhereTheCurveIsSlower() {
        CongestionControl cubic = of(TcpSettings.Control.CUBIC);
        loseAt(cubic, 20);
        rtt.sample(SECOND / 1000, SECOND / 5);
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < cubic.windowBytes() / MSS; i++) {
                cubic.acknowledged(1, rtt, round * SECOND / 1000);
            }
        }

        assertThat(cubic.windowBytes() / (double) MSS).isCloseTo(14 + 10 * 3 * 0.3 / 1.7, within(0.7));
    }

    /** RFC 9438 section 4.7. */
    @Test
    void shouldGiveUpMoreWhenTheSecondLossComesEarlier() {
        CongestionControl cubic = of(TcpSettings.Control.CUBIC);
        loseAt(cubic, 100);
        loseAt(cubic, 80);
        long rttNanos = SECOND * 3 / 10;
        rtt.sample(rttNanos, SECOND / 5);
        long now = 0;
        double plateau = 0.85 * 80;
        double period = Math.cbrt((plateau - 56) / 0.4);
        while (now < period * SECOND) {
            for (int i = 0; i < cubic.windowBytes() / MSS; i++) {
                cubic.acknowledged(1, rtt, now);
            }
            now += rttNanos;
        }

        assertThat(cubic.windowBytes() / (double) MSS).isCloseTo(plateau, within(4.0));
    }

    @Test
    void shouldLeaveSlowStartWhenRoundTripsGetLonger() {
        CongestionControl cubic = of(TcpSettings.Control.CUBIC);
        long position = 0;
        long now = 0;
        for (int round = 0; round < 40 && cubic.isSlowStart(); round++) {
            rtt.sample(SECOND / 20 + round * SECOND / 50, SECOND / 5);
            long highest = position + cubic.windowBytes();
            while (position < highest) {
                position += MSS;
                now += 3_000_000;
                cubic.measured(position, highest, rtt, now);
                cubic.acknowledged(1, rtt, now);
            }
        }

        assertThat(cubic.isSlowStart()).isFalse();
        assertThat(cubic.thresholdBytes()).isLessThan(1000L * MSS);
    }
}

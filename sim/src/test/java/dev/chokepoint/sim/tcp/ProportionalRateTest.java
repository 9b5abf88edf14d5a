package dev.chokepoint.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 6937 section 3.1: 20 segments of 1000 bytes in the network, one is lost, the threshold is 10. */
class ProportionalRateTest {
    private static final int MSS = 1000;
    private final ProportionalRate rate = new ProportionalRate();

    @Test
    void shouldSendOneSegmentForEveryTwoThatArriveUntilTheThresholdIsReached() {
        rate.start(20 * MSS);
        long pipe = 20 * MSS;
        long sent = 0;
        for (int i = 0; i < 20; i++) {
            pipe -= MSS;
            long window = rate.window(MSS, pipe, 10 * MSS, MSS);
            while (window - pipe >= MSS) {
                pipe += MSS;
                sent++;
                rate.sent(MSS);
            }
        }

        assertThat(sent).isEqualTo(10);
        assertThat(pipe).isEqualTo(10 * MSS);
    }

    @Test
    void shouldAlwaysAllowTheFirstRetransmission() {
        rate.start(20 * MSS);

        assertThat(rate.window(0, 20 * MSS, 10 * MSS, MSS)).isEqualTo(21 * MSS);
    }

    @Test
    void shouldGrowBackByOneSegmentMoreThanArrivedWhenMuchWasLost() {
        rate.start(20 * MSS);
        rate.window(MSS, 3 * MSS, 10 * MSS, MSS);
        rate.sent(MSS);

        assertThat(rate.window(MSS, 3 * MSS, 10 * MSS, MSS)).isEqualTo(5 * MSS);
    }
}

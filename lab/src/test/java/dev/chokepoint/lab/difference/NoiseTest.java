package dev.chokepoint.lab.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.host.world.SeededRandom;
import dev.chokepoint.lab.difference.FigureChange.Source;
import dev.chokepoint.lab.difference.FigureChange.Verdict;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class NoiseTest {
    private static final Noise NOISE = new Noise(0.2);

    private static FigureChange latency(double[] before, double[] after, boolean paired) {
        return NOISE.of("latency p99", "ns", before, after, paired, false);
    }

    @Test
    void shouldSeeASmallChangeThatEveryPairShows() {
        double[] before = {100, 500, 300, 900};
        double[] after = {110, 511, 309, 911};

        FigureChange paired = latency(before, after, true);
        FigureChange independent = latency(before, after, false);

        assertThat(paired.verdict()).isEqualTo(Verdict.WORSE);
        assertThat(paired.source()).isEqualTo(Source.PAIRED);
        assertThat(independent.verdict()).isEqualTo(Verdict.NOISE);
        assertThat(independent.source()).isEqualTo(Source.INDEPENDENT);
    }

    @Test
    void shouldTakeTheAgreedBandOfOneRunASide() {
        assertThat(latency(new double[] {100}, new double[] {119}, false).verdict())
                .isEqualTo(Verdict.NOISE);
        assertThat(latency(new double[] {100}, new double[] {121}, false).verdict())
                .isEqualTo(Verdict.WORSE);
        assertThat(latency(new double[] {100}, new double[] {79}, false).verdict())
                .isEqualTo(Verdict.BETTER);
        assertThat(latency(new double[] {100}, new double[] {79}, false).source())
                .isEqualTo(Source.AGREED);
    }

    @Test
    void shouldKnowThatMoreLoadCarriedIsBetter() {
        assertThat(NOISE.of("carried", "/s", new double[] {100}, new double[] {70}, false, true)
                        .verdict())
                .isEqualTo(Verdict.WORSE);
    }

    @Test
    void shouldNotCallTheHistogramsRoundingAChange() {
        double[] before = {1_000_000, 1_000_000};
        double[] after = {1_000_900, 1_000_900};

        assertThat(latency(before, after, true).verdict()).isEqualTo(Verdict.NOISE);
    }

    @Test
    void shouldJudgeErrorsByTheirCounts() {
        assertThat(NOISE.errors("errors", 0, 1_000, 3, 1_000).verdict()).isEqualTo(Verdict.NOISE);
        assertThat(NOISE.errors("errors", 0, 1_000, 30, 1_000).verdict()).isEqualTo(Verdict.WORSE);
        assertThat(NOISE.errors("errors", 30, 1_000, 0, 1_000).verdict()).isEqualTo(Verdict.BETTER);
        assertThat(NOISE.errors("errors", 30, 1_000, 0, 1_000).change()).isCloseTo(-0.03, within(1e-12));
    }

    /** Eight figures of two equal systems, a thousand times: some figure is called changed in 5 % of them or fewer. */
    @Test
    void shouldSeldomCallEqualSystemsChanged() {
        RandomGenerator random = new SeededRandom(1, "equal systems");
        int alarms = 0;
        for (int i = 0; i < 1_000; i++) {
            boolean alarm = false;
            for (int figure = 0; figure < 8; figure++) {
                alarm |= latency(draw(random), draw(random), false).verdict() != Verdict.NOISE;
            }
            alarms += alarm ? 1 : 0;
        }
        assertThat(alarms).isBetween(10, 70);
    }

    private static double[] draw(RandomGenerator random) {
        double[] runs = new double[5];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = 1_000 + 50 * random.nextGaussian();
        }
        return runs;
    }
}

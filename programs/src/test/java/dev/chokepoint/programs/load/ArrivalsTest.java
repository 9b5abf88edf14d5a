package dev.chokepoint.programs.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.host.world.SeededRandom;
import dev.chokepoint.programs.load.Workload.Step;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = -5 * SECOND;

    private final RandomGenerator random = new SeededRandom(1, "arrivals");

    @Test
    void shouldSpaceConstantArrivalsEvenlyWithoutDrift() {
        Arrivals arrivals = Arrivals.of(new Workload.Constant(3), START, random);

        for (long k = 0; k < 3_000_000; k++) {
            long exact = k / 3 * SECOND + StrictMath.round(k % 3 * 1e9 / 3);
            assertThat(arrivals.nextNanos()).isEqualTo(START + exact);
        }
    }

    @Test
    void shouldGivePoissonGapsThatAreExponential() {
        Arrivals arrivals = Arrivals.of(new Workload.Poisson(1000), START, random);
        int count = 200_000;
        int[] counts = new int[4];
        long previous = START;
        for (int k = 0; k < count; k++) {
            long next = arrivals.nextNanos();
            double survival = StrictMath.exp(-(next - previous) / 1e6);
            counts[(int) Math.min(3, survival * 4)]++;
            previous = next;
        }

        assertThat((previous - START) / 1e6 / count).isEqualTo(1, within(0.01));
        for (int quarter : counts) {
            assertThat(quarter).isCloseTo(count / 4, within(count / 100));
        }
    }

    @Test
    void shouldChangeItsRateAtTheVeryMomentOfAStep() {
        List<Step> steps = List.of(new Step(1000, 10 * SECOND), new Step(0, 5 * SECOND), new Step(4000, SECOND));
        Arrivals arrivals = Arrivals.of(new Workload.Steps(steps), START, random);
        int[] perSecond = new int[30];
        long next = arrivals.nextNanos();
        while (next < START + 30 * SECOND) {
            perSecond[(int) ((next - START) / SECOND)]++;
            next = arrivals.nextNanos();
        }

        for (int second = 0; second < 30; second++) {
            int expected = second < 10 ? 1000 : second < 15 ? 0 : 4000;
            assertThat(perSecond[second]).as("second %d", second).isCloseTo(expected, within(expected / 6));
        }
    }

    @Test
    void shouldEndWithALastStepOfRateZero() {
        List<Step> steps = List.of(new Step(10, SECOND), new Step(0, SECOND));
        Arrivals arrivals = Arrivals.of(new Workload.Steps(steps), START, random);
        long last = START;
        long next = arrivals.nextNanos();
        while (next != Arrivals.NEVER) {
            assertThat(next).isBetween(last, START + SECOND);
            last = next;
            next = arrivals.nextNanos();
        }

        assertThat(arrivals.nextNanos()).isEqualTo(Arrivals.NEVER);
    }

    @Test
    void shouldGiveTheSameTimesForTheSameSeed() {
        Arrivals again = Arrivals.of(new Workload.Poisson(7), START, new SeededRandom(1, "arrivals"));
        Arrivals arrivals = Arrivals.of(new Workload.Poisson(7), START, random);

        for (int k = 0; k < 100; k++) {
            assertThat(arrivals.nextNanos()).isEqualTo(again.nextNanos());
        }
    }

    @Test
    void shouldSampleServiceTimesOfTheirMean() {
        ServiceTime exponential = new ServiceTime.Exponential(300_000);
        double sum = 0;
        for (int i = 0; i < 100_000; i++) {
            sum += exponential.sampleNanos(random);
        }

        assertThat(sum / 100_000).isCloseTo(300_000, within(3_000.0));
        assertThat(new ServiceTime.Constant(5).sampleNanos(random)).isEqualTo(5);
        assertThat(new ServiceTime.Exponential(0).sampleNanos(random)).isZero();
    }

    @Test
    void shouldRefuseWhatIsNoRateOrDuration() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Workload.Poisson(0))
                .withMessage("a rate of 0.0/s: must be finite and above 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Workload.Constant(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Workload.Constant(Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Step(-1, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> new Step(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Workload.Steps(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceTime.Constant(-1));
    }
}

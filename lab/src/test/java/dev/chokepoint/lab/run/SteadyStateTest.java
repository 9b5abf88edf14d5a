package dev.chokepoint.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.world.Phase;
import dev.chokepoint.lab.measure.LatencySeries;
import dev.chokepoint.lab.measure.Measurement;
import dev.chokepoint.lab.measure.Statistics.Warmup;
import dev.chokepoint.lab.measure.Statistics.Warmup.Verdict;
import dev.chokepoint.lab.measure.Window;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioReader;
import dev.chokepoint.lab.scenario.ScenarioText;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** Latencies of 20 ms ± 10 ms, one a millisecond for 10 s, with a transient that is known. */
class SteadyStateTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final double TOLERANCE = 0.01;

    private static Scenario scenario(long warmupMillis, String load) {
        return ScenarioReader.read(
                new ScenarioText("test.yaml", """
                warmup: %dms
                duration: %dms
                app: {ask: {work: 1ms}}
                clients: [{name: clients, count: 1, load: %s}]
                """.formatted(warmupMillis, 10_000 - warmupMillis, load)));
    }

    private static Warmup judge(long warmupMillis, boolean overloaded, LongUnaryOperator extraNanos) {
        return judge(scenario(warmupMillis, "{poisson: 1000/s}"), overloaded, extraNanos);
    }

    private static Warmup judge(Scenario scenario, boolean overloaded, LongUnaryOperator extraNanos) {
        return new SteadyState(scenario, series(scenario, extraNanos), TOLERANCE, overloaded).judge();
    }

    private static LatencySeries series(Scenario scenario, LongUnaryOperator extraNanos) {
        SplittableRandom random = new SplittableRandom(1);
        Measurement measurement =
                new Measurement(Window.of(5 * SECOND, scenario.warmupNanos(), scenario.durationNanos()));
        int source = measurement.stage(Phase.SOURCE, "clients");
        for (long message = 0; message < 10_000; message++) {
            long at = message * MILLI;
            measurement.intended(message, 5 * SECOND + at, 1);
            measurement.enter(message, source, 5 * SECOND + at);
            long latency = 10 * MILLI + random.nextLong(20 * MILLI) + extraNanos.applyAsLong(at);
            measurement.delivered(message, 5 * SECOND + at + latency);
        }
        return measurement.series();
    }

    private static long decaying(long at) {
        return Math.max(0, 100 * MILLI - at / 20); // gone after 2 s
    }

    @Test
    void shouldNameTheWarmUpThatItNeeds() {
        Warmup warmup = judge(500, false, SteadyStateTest::decaying);

        assertThat(warmup.verdict()).isEqualTo(Verdict.TOO_SHORT);
        assertThat(warmup.suggestedNanos())
                .as("MSER-5 may delete too much, a tenth of the run here, but not too little")
                .isBetween(1_700 * MILLI, 3_500 * MILLI);
    }

    @Test
    void shouldBeContentWithOneThatIsLongEnough() {
        assertThat(judge(2_300, false, SteadyStateTest::decaying).verdict()).isEqualTo(Verdict.LONG_ENOUGH);
        assertThat(judge(0, false, at -> 0).verdict()).isEqualTo(Verdict.LONG_ENOUGH);
    }

    @Test
    void shouldNotComplainOfWhatTheIntervalCoversAnyhow() {
        assertThat(judge(0, false, at -> at < 1_000 * MILLI ? MILLI : 0).verdict())
                .as("a millisecond more in a tenth of the run is half a per cent of the mean")
                .isEqualTo(Verdict.LONG_ENOUGH);
    }

    @Test
    void shouldTellOverloadFromARunThatIsTooShort() {
        assertThat(judge(1_000, true, at -> at / 10).verdict()).isEqualTo(Verdict.OVERLOAD);
        assertThat(judge(1_000, false, at -> at / 10).verdict()).isEqualTo(Verdict.NOT_SETTLED);
    }

    @Test
    void shouldNotJudgeALoadThatIsMeantToChange() {
        Scenario steps = scenario(0, "{steps: [{rate: 10/s, for: 1s}, {rate: 20/s, for: 1s}]}");

        assertThat(judge(steps, false, SteadyStateTest::decaying).verdict()).isEqualTo(Verdict.NOT_JUDGED);
    }
}

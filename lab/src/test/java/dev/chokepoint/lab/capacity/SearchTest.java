package dev.chokepoint.lab.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search on systems whose every answer is written down. */
class SearchTest {
    private static DoubleFunction<Outcome> metBelow(double limit) {
        return factor -> factor < limit ? Outcome.MET : Outcome.MISSED;
    }

    private static Capacity capacity(List<LoadPoint> points) {
        return Capacity.of(points);
    }

    private static double met(List<LoadPoint> points) {
        return capacity(points).met().orElseThrow().factor();
    }

    private static double above(List<LoadPoint> points) {
        return capacity(points).above().orElseThrow().factor();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.017, 0.2, 0.93, 1, 1.01, 1.7, 2.4, 2.49, 3, 9.9})
    void shouldEncloseALimitWhereverItIs(double limit) {
        ScriptedSystem system = new ScriptedSystem(OptionalDouble.of(2.5), metBelow(limit));
        List<LoadPoint> points = system.searched();

        assertThat(capacity(points).found()).isTrue();
        assertThat(met(points)).isLessThan(limit);
        assertThat(above(points)).isGreaterThanOrEqualTo(limit);
        assertThat(capacity(points).width()).isLessThanOrEqualTo(0.05);
        assertThat(system.asked()).hasSizeLessThan(16).doesNotHaveDuplicates().startsWith(1.0);
    }

    @Test
    void shouldNeedFewPointsWhereThePredictionIsRight() {
        ScriptedSystem system = new ScriptedSystem(OptionalDouble.of(2.5), metBelow(2.4));

        system.searched();

        assertThat(system.asked()).hasSizeLessThanOrEqualTo(7).contains(1.05 * 2.5);
    }

    @Test
    void shouldSearchUpwardsWithoutAPrediction() {
        List<LoadPoint> points = new ScriptedSystem(OptionalDouble.empty(), metBelow(40)).searched();

        assertThat(met(points)).isBetween(38.0, 40.0);
    }

    /** The p99 of M/M/1's response time is ln(100) / (mu - lambda); the scenario offers half of mu. */
    @Test
    void shouldFindTheClosedFormOfAQueue() {
        double mu = 2;
        double limitNanos = 5e9;
        DoubleFunction<Outcome> queue = lambda -> {
            double p99 = lambda < mu ? Math.log(100) / (mu - lambda) * 1e9 : Double.POSITIVE_INFINITY;
            double halfWidth = 0.02 * p99;
            if (p99 + halfWidth < limitNanos) {
                return Outcome.MET;
            }
            return p99 - halfWidth > limitNanos || p99 > 1e12 ? Outcome.MISSED : Outcome.UNDECIDED;
        };
        List<LoadPoint> points = new ScriptedSystem(OptionalDouble.of(mu), queue).searched();

        double exact = mu - Math.log(100) / (limitNanos / 1e9);
        assertThat(met(points)).isLessThan(exact);
        assertThat(above(points)).isGreaterThan(exact);
        assertThat(capacity(points).width()).isLessThan(0.1);
    }

    @Test
    void shouldSearchAtBothSidesOfWhatIsUndecided() {
        ScriptedSystem system = new ScriptedSystem(
                OptionalDouble.of(2.5),
                factor -> factor < 1.5 ? Outcome.MET : factor < 1.8 ? Outcome.UNDECIDED : Outcome.MISSED);
        List<LoadPoint> points = system.searched();

        assertThat(met(points)).isBetween(1.44, 1.5);
        assertThat(above(points)).isBetween(1.8, 1.88);
        assertThat(points).anyMatch(point -> point.outcome() == Outcome.UNDECIDED);
        assertThat(system.asked()).hasSizeLessThan(24);
    }

    @Test
    void shouldNeverTryMoreThanAVoidLoad() {
        ScriptedSystem system =
                new ScriptedSystem(OptionalDouble.of(2.5), factor -> factor < 1.7 ? Outcome.MET : Outcome.VOID);
        List<LoadPoint> points = system.searched();

        assertThat(capacity(points).found()).isFalse();
        assertThat(above(points)).isBetween(1.7, 1.79);
        assertThat(system.asked().stream().mapToDouble(factor -> factor).max()).hasValue(1.05 * 2.5);
    }

    @Test
    void shouldGoDownWhereTheScenariosOwnLoadIsVoid() {
        List<LoadPoint> points = new ScriptedSystem(
                        OptionalDouble.empty(), factor -> factor < 0.5 ? Outcome.MET : Outcome.VOID)
                .searched();

        assertThat(met(points)).isBetween(0.47, 0.5);
    }

    @Test
    void shouldTakeTheLowerAnswerWhereAHigherLoadMetAfterALowerOneMissed() {
        ScriptedSystem system = new ScriptedSystem(OptionalDouble.of(2.5), factor -> {
            boolean dip = factor > 1.3 && factor < 1.7;
            return dip || factor > 2.4 ? Outcome.MISSED : Outcome.MET;
        });
        List<LoadPoint> points = system.searched();

        assertThat(system.asked().get(2)).as("the first middle is in the dip").isBetween(1.3, 1.7);
        assertThat(met(points)).isBetween(1.2, 1.3);
        assertThat(above(points)).isBetween(1.3, 1.37);
    }

    @Test
    void shouldSayThatAHigherLoadMetAfterALowerOneMissed() {
        LoadAxis axis = new LoadAxis(LoadAxis.Unit.TIMES, ScriptedSystem.scenario("poisson: 100/s"));
        ScriptedSystem system = new ScriptedSystem(
                OptionalDouble.of(2.5),
                factor -> factor > 0.6 && factor < 0.9
                        ? Outcome.MISSED
                        : metBelow(2).apply(factor));
        List<LoadPoint> points = system.searched(List.of(0.4));

        assertThat(above(points)).isBetween(0.6, 0.9);
        assertThat(new Remarks(axis, points, capacity(points)).all())
                .anySatisfy(note -> assertThat(note).contains("met the objectives although less load"));
    }

    @Test
    void shouldEndWhereNothingMeets() {
        ScriptedSystem system = new ScriptedSystem(OptionalDouble.of(2.5), _ -> Outcome.MISSED);
        List<LoadPoint> points = system.searched(List.of(0.5));

        assertThat(capacity(points).met()).isEmpty();
        assertThat(points.getFirst().factor()).isEqualTo(1 / 64.0);
        assertThat(system.asked()).hasSizeLessThan(6);
    }

    @Test
    void shouldEndWhereEverythingIsUndecided() {
        ScriptedSystem system = new ScriptedSystem(OptionalDouble.of(2.5), _ -> Outcome.UNDECIDED);

        assertThat(capacity(system.searched())).isEqualTo(new Capacity(Optional.empty(), Optional.empty()));
        assertThat(system.asked()).hasSizeLessThan(6);
    }

    @Test
    void shouldEndAtTheHighestLoadThatIsTriedAndSaySo() {
        LoadAxis axis = new LoadAxis(LoadAxis.Unit.TIMES, ScriptedSystem.scenario("poisson: 100/s"));
        ScriptedSystem system = new ScriptedSystem(OptionalDouble.of(2.5), _ -> Outcome.MET);
        List<LoadPoint> points = system.searched();

        assertThat(points.getLast().factor()).isEqualTo(10.0);
        assertThat(capacity(points).above()).isEmpty();
        assertThat(new Remarks(axis, points, capacity(points)).all())
                .containsExactly("no load up to 10.0 times, the highest that is tried, missed the objectives");
    }

    @Test
    void shouldFillTheCurveWhereNothingWasTried() {
        List<LoadPoint> points = new ScriptedSystem(OptionalDouble.of(2.5), metBelow(2.4))
                .searched(List.of(0.1, 0.25, 0.4, 0.7, 0.9, 1.1));

        double whole = met(points);
        for (double part : new double[] {0.1, 0.25, 0.4, 0.7, 0.9, 1.1}) {
            assertThat(points)
                    .as("near " + part)
                    .anyMatch(point -> Math.abs(point.factor() - part * whole) <= 0.05 * whole);
        }
        assertThat(points).isSortedAccordingTo((a, b) -> Double.compare(a.factor(), b.factor()));
    }

    @Test
    void shouldNotTryTwiceWhatRoundsToTheSameClients() {
        LoadAxis axis = LoadAxis.of(ScriptedSystem.scenario("closed: {think: 1ms}"));
        List<Double> asked = new java.util.ArrayList<>();
        Probe probe = factor -> {
            double clients = axis.load(factor);
            asked.add(clients);
            LoadPoint point = ScriptedSystem.point(
                    factor, clients <= 6 ? Outcome.MET : Outcome.MISSED, OptionalDouble.of(1.2), 1e6);
            return Optional.of(at(point, clients));
        };
        List<LoadPoint> points = new Search(new Limits(0.05, 24, List.of(0.1, 0.2, 0.5)), axis::load)
                .run(probe, new SearchProgress("", axis, ScriptedSystem.QUIET));

        assertThat(asked).doesNotHaveDuplicates();
        assertThat(capacity(points).met().orElseThrow().load()).isEqualTo(6);
        assertThat(capacity(points).above().orElseThrow().load()).isEqualTo(7);
    }

    private static LoadPoint at(LoadPoint point, double load) {
        return new LoadPoint(
                point.factor(),
                load,
                point.outcome(),
                point.runs(),
                point.offeredPerSecond(),
                point.delivered(),
                point.estimates(),
                point.judgements(),
                point.chokepoint(),
                point.fullAt(),
                point.warmup(),
                point.voided());
    }

    @Test
    void shouldStopWithWhatItHas() {
        LoadAxis axis = new LoadAxis(LoadAxis.Unit.TIMES, ScriptedSystem.scenario("poisson: 100/s"));
        ScriptedSystem system = new ScriptedSystem(OptionalDouble.of(2.5), metBelow(2));
        Probe twice = factor -> system.asked().size() < 2 ? system.at(factor) : Optional.empty();
        List<LoadPoint> points = new Search(new Limits(0.05, 24, List.of()), axis::load)
                .run(twice, new SearchProgress("", axis, ScriptedSystem.QUIET));

        assertThat(points).hasSize(2);
        assertThat(capacity(points).found()).isTrue();
    }

    /** M/M/1 with unit service: mean 1 / (1 - load), power load * (1 - load), greatest at half the capacity. */
    @Test
    void shouldFindTheKneeOfAQueueAtHalfItsCapacity() {
        List<LoadPoint> points = java.util.stream.IntStream.rangeClosed(1, 19)
                .mapToDouble(step -> 0.05 * step)
                .mapToObj(load -> ScriptedSystem.point(load, Outcome.MET, OptionalDouble.empty(), 1e9 / (1 - load)))
                .toList();

        Knee knee = Knee.of(points).orElseThrow();
        assertThat(knee.point().factor()).isCloseTo(0.5, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(knee.from()).isLessThan(0.5);
        assertThat(knee.to()).isGreaterThan(0.5);
        assertThat(Knee.of(points.subList(0, 8))).as("power still grows").isEmpty();
        assertThat(Knee.of(points.subList(8, 11))).as("too few points").isEmpty();
    }
}

package dev.chokepoint.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Estimate.Doubt;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.PhaseShare;
import dev.chokepoint.lab.measure.Statistics;
import dev.chokepoint.lab.measure.Statistics.Warmup.Verdict;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.ReplicationPlan.Fixed;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioReader;
import dev.chokepoint.lab.scenario.ScenarioText;
import dev.chokepoint.lab.statistics.Interval;
import dev.chokepoint.lab.statistics.PairedDifference;
import org.junit.jupiter.api.Test;

class ReplicationsTest {
    private static final String APP = "request: 200B, response: 2kB, work: {mean: 1ms, law: exponential}";

    /** An M/M/1 queue at load {@code perSecond} / 1000 but for 2 us of transmission; nothing else takes time. */
    private static Scenario queue(int perSecond, String times) {
        return queue(perSecond, times, "0us");
    }

    private static Scenario queue(int perSecond, String times, String latency) {
        return ScenarioReader.read(new ScenarioText("test.yaml", """
                name: queue
                seed: 1
                %s
                app: {ask: {%s}}
                server: {cores: 1}
                clients: [{name: clients, count: 2000, load: {poisson: %d/s}, link: {latency: %s, bandwidth: 100Gbit/s}}]
                costs: {turn: 0us, accept: 0us, read: 0us, write: 0us, byte: 0ns}
                """.formatted(times, APP, perSecond, latency)));
    }

    private static WorldResult run(Scenario scenario, ReplicationPlan plan) {
        return Replications.run(scenario, plan, "", new Quiet());
    }

    private static Statistics statistics(Scenario scenario, ReplicationPlan plan) {
        return run(scenario, plan).statistics().orElseThrow();
    }

    private static Scenario example(String name) {
        return ScenarioReader.read(Scenarios.example(name));
    }

    @Test
    void shouldNotDependOnTheNumberOfThreads() {
        Scenario scenario = example("ask");
        WorldResult one = Replications.run(scenario, new Fixed(5), "", new Quiet(), 1);
        for (int threads : new int[] {2, 5}) {
            WorldResult many = Replications.run(scenario, new Fixed(5), "", new Quiet(), threads);

            assertThat(many.traceHash()).isEqualTo(one.traceHash());
            assertThat(many.statistics()).isEqualTo(one.statistics());
            assertThat(many.latency()).isEqualTo(one.latency());
            assertThat(many.resources()).isEqualTo(one.resources());
            assertThat(many.phases()).isEqualTo(one.phases());
            assertThat(many.load()).isEqualTo(one.load());
        }
    }

    @Test
    void shouldRunTheScenariosOwnSeedFirst() {
        Scenario scenario = example("ask");
        Replication alone = SimRun.run(scenario, "", new Quiet());
        WorldResult all = run(scenario, new Fixed(3));
        Statistics statistics = all.statistics().orElseThrow();

        assertThat(all.traceHash()).isEqualTo(alone.result().traceHash());
        assertThat(all.timeline()).isEqualTo(alone.result().timeline());
        assertThat(statistics.runs().getFirst()).isEqualTo(alone.summary());
        long second = statistics.runs().get(1).seed();
        assertThat(SimRun.run(scenario.withSeed(second), "", new Quiet()).summary())
                .as("the seed of a replication repeats it")
                .isEqualTo(statistics.runs().get(1));
        assertThat(statistics.runs().stream().map(Statistics.Run::seed).distinct())
                .hasSize(3);
    }

    @Test
    void shouldGiveOneReplicationsFiguresAsTheyAre() {
        WorldResult alone = SimRun.run(example("slow-client"), "", new Quiet()).result();
        WorldResult pooled = run(example("slow-client"), new Fixed(1));

        assertThat(pooled.latency()).isEqualTo(alone.latency());
        assertThat(pooled.load()).isEqualTo(alone.load());
        assertThat(pooled.diagnosis()).isEqualTo(alone.diagnosis());
        assertThat(pooled.statistics().orElseThrow().estimates())
                .allSatisfy(estimate -> assertThat(estimate.halfWidth()).isNaN());
        assertThat(pooled.notes()).anySatisfy(note -> assertThat(note).contains("one replication"));
    }

    @Test
    void shouldAddUpWhatReplicationsCounted() {
        Scenario scenario = example("ask");
        WorldResult pooled = run(scenario, new Fixed(4));
        Statistics statistics = pooled.statistics().orElseThrow();

        assertThat(pooled.latency().count())
                .isEqualTo(statistics.runs().stream()
                        .mapToLong(Statistics.Run::delivered)
                        .sum());
        assertThat(pooled.load().windowNanos()).isEqualTo(4 * scenario.durationNanos());
        double phases =
                pooled.phases().stream().mapToDouble(PhaseShare::meanNanos).sum();
        assertThat(phases).isCloseTo(pooled.latency().meanNanos(), within(0.5));
    }

    /** Time in system of M/M/1 at 0.8: exponential, mean 5 ms. One declared seed, one 95 % interval, and a wide margin. */
    @Test
    void shouldKnowAQueueToTheErrorItPrints() {
        Statistics statistics = statistics(queue(800, "warmup: 1s\nduration: 20s"), new Fixed(10));

        Estimate mean = statistics.of(Figure.MEAN).orElseThrow();
        assertThat(mean.value()).isCloseTo(5e6, within(1.5 * mean.halfWidth()));
        assertThat(mean.relative()).isBetween(0.01, 0.1);
        Estimate p99 = statistics.of(Figure.P99).orElseThrow();
        assertThat(p99.value()).isCloseTo(5e6 * Math.log(100), within(1.5 * p99.halfWidth()));
        assertThat(statistics.of(Figure.USED).orElseThrow().value()).isCloseTo(0.8, within(0.02));
        assertThat(statistics.warmup().verdict()).isEqualTo(Verdict.LONG_ENOUGH);
    }

    /** A link that takes 160 us longer each way changes a queue's mean by less than that mean's own interval. */
    @Test
    void shouldSeeASmallChangeByCommonRandomNumbers() {
        String times = "warmup: 1s\nduration: 3s";
        Statistics before = statistics(queue(800, times, "0us"), new Fixed(5));
        Statistics after = statistics(queue(800, times, "160us"), new Fixed(5));

        Interval change = PairedDifference.of(means(before), means(after)).change();
        assertThat(change.mean()).isCloseTo(320_000, within(10_000.0));
        assertThat(change.halfWidth())
                .isLessThan(0.1 * before.of(Figure.MEAN).orElseThrow().halfWidth());
        assertThat(before.of(Figure.MEAN).orElseThrow().halfWidth())
                .as("apart the two could not be told from each other")
                .isGreaterThan(320_000);
    }

    private static double[] means(Statistics statistics) {
        return statistics.runs().stream().mapToDouble(Statistics.Run::meanNanos).toArray();
    }

    @Test
    void shouldRunUntilThePrecisionIsReached() {
        Statistics statistics =
                statistics(queue(500, "warmup: 100ms\nduration: 2s"), new ReplicationPlan.UntilPrecise(0.05));

        Statistics.Precision precision = statistics.precision().orElseThrow();
        assertThat(precision.met()).isTrue();
        assertThat(statistics.of(Figure.MEAN).orElseThrow().relative()).isLessThanOrEqualTo(0.05);
        assertThat(statistics.of(Figure.P99).orElseThrow().relative()).isLessThanOrEqualTo(0.05);
        assertThat(statistics.runs().size()).isGreaterThan(10);
        assertThat(statistics.of(Figure.MEAN).orElseThrow().value()).isCloseTo(2e6, within(0.15e6));
    }

    @Test
    void shouldGiveUpOnAPrecisionThatOverloadNeverReaches() {
        WorldResult result = run(queue(1300, "warmup: 0s\nduration: 2s"), new ReplicationPlan.UntilPrecise(0.01));
        Statistics statistics = result.statistics().orElseThrow();

        assertThat(statistics.runs()).hasSize(10);
        assertThat(statistics.warmup().verdict()).isEqualTo(Verdict.OVERLOAD);
        assertThat(statistics.of(Figure.P50).orElseThrow().doubt()).isEqualTo(Doubt.NO_STEADY_STATE);
        assertThat(statistics.of(Figure.P50).orElseThrow().halfWidth()).isNaN();
        assertThat(statistics.of(Figure.CARRIED).orElseThrow().halfWidth()).isPositive();
        assertThat(result.notes())
                .anySatisfy(note -> assertThat(note).contains("no steady state"))
                .anySatisfy(note -> assertThat(note).contains("precision of ± 1 % was not reached"));
    }

    @Test
    void shouldMarkWhatTooFewMessagesOrTooWideAnIntervalLeaveOpen() {
        WorldResult result = run(queue(800, "warmup: 100ms\nduration: 300ms"), new Fixed(3));
        Statistics statistics = result.statistics().orElseThrow();

        assertThat(statistics.of(Figure.P999).orElseThrow().doubt()).isEqualTo(Doubt.FEW_MESSAGES);
        assertThat(statistics.of(Figure.P50).orElseThrow().doubt()).isEqualTo(Doubt.WIDE);
        assertThat(result.notes())
                .anySatisfy(note -> assertThat(note).contains("p99.9: fewer than 10", "--replications"))
                .anySatisfy(note -> assertThat(note).contains("not known to ± 5 %"));
    }

    @Test
    void shouldNotLookForAPrecisionWhereNothingArrives() {
        Scenario stuck = ScenarioReader.read(new ScenarioText("test.yaml", """
                warmup: 0s
                duration: 1s
                app: {ask: {work: 60s}}
                clients: [{name: clients, count: 1, load: {constant: 10/s}}]
                """));
        WorldResult result = run(stuck, new ReplicationPlan.UntilPrecise(0.01));

        assertThat(result.load().delivered()).isZero();
        assertThat(result.statistics().orElseThrow().runs()).hasSize(10);
    }

    @Test
    void shouldSayWhenAnObjectiveIsTooCloseToCall() {
        String times = "warmup: 100ms\nduration: 2s\n";
        long p50Micros = run(queue(800, times), new Fixed(5)).latency().p50Nanos() / 1_000;
        WorldResult result = run(queue(800, times + "slo: [p50 < " + p50Micros + "us, p99 < 1s]"), new Fixed(5));

        assertThat(result.notes())
                .anySatisfy(note -> assertThat(note).contains("p50 < " + p50Micros + "us lies inside"))
                .noneSatisfy(note -> assertThat(note).contains("p99 < 1s"));
    }

    @Test
    void shouldStopWithWhatItHas() {
        RunProgress stopsAtOnce = new RunProgress() {
            @Override
            public void step(String what, double fraction) {}

            @Override
            public boolean stopped() {
                return true;
            }
        };
        Scenario lengthy = queue(5000, "warmup: 1s\nduration: 60s");

        WorldResult result = Replications.run(lengthy, new Fixed(10), "", stopsAtOnce);

        assertThat(result.statistics().orElseThrow().runs()).hasSize(1);
        assertThat(result.notes()).anySatisfy(note -> assertThat(note).contains("stopped early"));
    }
}

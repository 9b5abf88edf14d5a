package dev.chokepoint.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.lab.measure.Counts;
import dev.chokepoint.lab.measure.Histograms;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunEvent.FaultApplied;
import dev.chokepoint.lab.run.RunEvent.Interval;
import dev.chokepoint.lab.run.RunEvent.ReplicationFinished;
import dev.chokepoint.lab.run.RunEvent.WorldFinished;
import dev.chokepoint.lab.run.RunEvent.WorldStarted;
import dev.chokepoint.lab.scenario.ScenarioReader;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.ScenarioText;
import dev.chokepoint.lab.scenario.Variation;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** What a run tells while it goes on adds up to what it says in the end. */
class RunEventsTest {
    private static final ScenarioText TEXT = Scenarios.ask(
            "request: 200B, response: 2kB, work: 500us",
            "cores: 1, lanes: 1",
            "count: 20, load: {poisson: 100/s}, link: {latency: 5ms, bandwidth: 10Mbit/s}");

    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());

    private WorldResult run(World world, int replications) {
        return run(TEXT, world, replications);
    }

    private WorldResult run(ScenarioText text, World world, int replications) {
        return Lab.run(
                        ScenarioReader.read(text),
                        new ScenarioSource(text, Variation.NONE),
                        EnumSet.of(world),
                        new ReplicationPlan.Fixed(replications),
                        new Watching(0, Optional.empty(), Optional.of(events::add)),
                        new Quiet())
                .worlds()
                .getFirst();
    }

    private <E> List<E> told(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void shouldTellOfTheFirstReplicationInterval() {
        WorldResult result = run(World.SIMULATION, 3);

        assertThat(events.getFirst()).isEqualTo(new WorldStarted(World.SIMULATION));
        assertThat(events.getLast()).isEqualTo(new WorldFinished(result));
        assertThat(told(ReplicationFinished.class))
                .extracting(ReplicationFinished::number)
                .containsExactly(1, 2, 3);
        List<Interval> intervals = told(Interval.class);
        assertThat(intervals).hasSameSizeAs(result.timeline());
        assertThat(intervals).extracting(Interval::atNanos).isSorted().last().isEqualTo(5_000_000_000L);
        Counts measured = intervals.getLast().load().soFar();
        assertThat(measured.intended())
                .isBetween(300L, 500L)
                .isLessThan(result.load().intended());
        assertThat(intervals.getLast().utilisations().get("server lane 0")).isBetween(0.01, 0.2);
        assertThat(intervals.getLast().resources()).isNotEmpty();
    }

    @Test
    void shouldTellOfAFaultBeforeTheIntervalThatItIsIn() {
        ScenarioText breaking = new ScenarioText(
                TEXT.file(), TEXT.text() + "faults: [at 2010ms: crash server, at 3s: restart server]\n");
        run(breaking, World.SIMULATION, 2);

        assertThat(told(FaultApplied.class))
                .extracting(FaultApplied::text)
                .containsExactly("at 2010ms: crash server", "at 3s: restart server");
        int crash = events.indexOf(new FaultApplied(2_010_000_000L, "at 2010ms: crash server"));
        assertThat(events.get(crash + 1)).isInstanceOfSatisfying(Interval.class, interval -> {
            assertThat(interval.atNanos()).isBetween(2_010_000_000L, 2_200_000_000L);
            assertThat(interval.load().last().failed()).isPositive();
        });
    }

    @Test
    void shouldTellOfALiveRun() {
        WorldResult result = run(World.LIVE, 1);

        List<Interval> intervals = told(Interval.class);
        assertThat(intervals).hasSameSizeAs(result.timeline());
        // A generator that is behind counts late, so what is known at an interval's end may be less than what was so.
        assertThat(intervals.getLast().load().soFar().intended())
                .isLessThanOrEqualTo(result.load().intended());
        assertThat(intervals)
                .extracting(interval -> interval.load().soFar().intended())
                .isSorted();
        assertThat(intervals.getLast().utilisations()).containsKey("server lane 0");
    }

    @Test
    void shouldCarryTheHistogramsThatItsFiguresComeFrom() throws DataFormatException {
        WorldResult result = run(World.SIMULATION, 2);

        Histogram total = decoded(result.histograms().total());
        assertThat(total.getTotalCount()).isEqualTo(result.latency().count());
        assertThat(total.getValueAtPercentile(99)).isEqualTo(result.latency().p99Nanos());
        Histogram last = decoded(result.histograms().timeline().getLast().encoded());
        assertThat(last.getValueAtPercentile(50))
                .isEqualTo(result.timeline().getLast().p50Nanos());
        assertThat(result.histograms().timeline())
                .extracting(Histograms.Slice::toNanos)
                .isSorted();
    }

    private static Histogram decoded(String text) throws DataFormatException {
        return Histogram.decodeFromCompressedByteBuffer(
                ByteBuffer.wrap(Base64.getDecoder().decode(text)), 0);
    }
}

package dev.chokepoint.lab.programs;

import static dev.chokepoint.lab.programs.Stage.MILLI;
import static dev.chokepoint.lab.programs.Stage.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.ask.AskLoad;
import dev.chokepoint.programs.ask.AskLoadConfig;
import dev.chokepoint.programs.ask.AskServer;
import dev.chokepoint.programs.ask.AskServerConfig;
import dev.chokepoint.programs.load.ServiceTime;
import dev.chokepoint.programs.load.Workload;
import dev.chokepoint.programs.load.Workload.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AskLoadTest {
    private static final long RAMP = 100 * MILLI;

    private final List<Long> lags = Collections.synchronizedList(new ArrayList<>());

    private static void serve(Stage stage, long workNanos) {
        ServiceTime work = new ServiceTime.Constant(workNanos);
        stage.serve((at, told) -> new AskServer(new AskServerConfig(at, StreamOptions.DEFAULT, 300, work), told));
    }

    /** Starts a load that lasts so long, and returns when it begins. */
    private long load(Stage stage, Address server, int clients, int queue, Workload workload, long lastsNanos) {
        long start = stage.world.nanoTime() + RAMP;
        AskLoadConfig config = new AskLoadConfig(
                server,
                StreamOptions.DEFAULT,
                clients,
                queue,
                AskLoad.minimumRequestBytes(),
                workload,
                start,
                start + lastsNanos,
                7,
                10);
        stage.ask(_ -> new AskLoad(config, lags::add));
        return start;
    }

    private static void finish(Stage stage, long endNanos) {
        stage.world.run(endNanos - stage.world.nanoTime());
        stage.runUntil(() -> stage.ledger.ended() == stage.ledger.intended().size());
    }

    @ParameterizedTest
    @EnumSource
    void shouldIntendConstantRequestsAtTheirExactTimes(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            serve(stage, 0);
            long start = load(stage, stage.server(), 4, 100, new Workload.Constant(300), SECOND);
            finish(stage, start + SECOND);

            SortedMap<Long, Long> exact = new TreeMap<>();
            for (long k = 0; k < 300; k++) {
                exact.put(7 + 10 * k, start + StrictMath.round(k * 1e9 / 300));
            }
            assertThat(stage.ledger.intended()).isEqualTo(exact);
            assertThat(stage.ledger.delivered()).containsOnlyKeys(exact.keySet());
            assertThat(lags).hasSize(300).allMatch(lag -> lag >= 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAskByPoissonStepsWhileTheyLast(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            serve(stage, 0);
            Workload steps =
                    new Workload.Steps(List.of(new Step(2000, SECOND / 4), new Step(0, SECOND / 4), new Step(800, 1)));
            long start = load(stage, stage.server(), 50, 1000, steps, SECOND);
            finish(stage, start + SECOND);

            List<Long> times = List.copyOf(stage.ledger.intended().values());
            assertThat(times).allMatch(at -> at >= start && at < start + SECOND);
            long first = times.stream().filter(at -> at < start + SECOND / 4).count();
            long pause = times.stream().filter(at -> at < start + SECOND / 2).count() - first;
            assertThat(first).isCloseTo(500, within(120L));
            assertThat(pause).isZero();
            assertThat(times.size() - first).isCloseTo(400, within(100L));
            assertThat(stage.ledger.delivered()).hasSameSizeAs(times);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldQueueForAnIdleClientAndFailWhatTheQueueRefuses(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            serve(stage, 200 * MILLI);
            long start = load(stage, stage.server(), 2, 3, new Workload.Constant(1000), 10 * MILLI);
            finish(stage, start + 10 * MILLI);

            assertThat(stage.ledger.intended()).hasSize(10);
            assertThat(stage.ledger.delivered()).containsOnlyKeys(7L, 17L, 27L, 37L, 47L);
            assertThat(stage.ledger.failed()).containsExactly(java.util.Map.entry("client queue full", 5));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldThinkBetweenAnswersInAClosedLoop(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            serve(stage, 0);
            Workload closed = new Workload.Closed(new ServiceTime.Constant(20 * MILLI));
            long start = load(stage, stage.server(), 3, 0, closed, SECOND / 2);
            finish(stage, start + SECOND / 2);

            List<Long> times =
                    stage.ledger.intended().values().stream().sorted().toList();
            assertThat(times.getFirst()).isEqualTo(start + 20 * MILLI);
            assertThat(times.size()).isBetween(3, 3 * 24);
            assertThat(stage.ledger.delivered()).hasSameSizeAs(times);
            for (int i = 3; i < times.size(); i++) {
                assertThat(times.get(i) - times.get(i - 3)).isGreaterThanOrEqualTo(20 * MILLI);
            }
            if (kind == Kind.SIMULATOR) {
                assertThat(times).hasSize(3 * 24);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepEachClientToOneRequestUnderWay(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            serve(stage, MILLI);
            Workload eager = new Workload.Closed(new ServiceTime.Constant(0));
            long start = load(stage, stage.server(), 5, 0, eager, 100 * MILLI);
            finish(stage, start + 100 * MILLI);

            SortedMap<Long, Long> intended = stage.ledger.intended();
            SortedMap<Long, Long> delivered = stage.ledger.delivered();
            assertThat(delivered.size()).isBetween(5, 105);
            for (long at : intended.values()) {
                long underWay = intended.keySet().stream()
                        .filter(m -> intended.get(m) <= at && delivered.get(m) > at)
                        .count();
                assertThat(underWay).isLessThanOrEqualTo(5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldFailEverythingAsRefusedAfterAFewAttempts(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            long start = load(stage, Stage.nobody(), 3, 1000, new Workload.Constant(50), 4 * SECOND);
            finish(stage, start + 4 * SECOND);

            assertThat(stage.ledger.intended()).hasSize(200);
            assertThat(stage.ledger.failed()).containsExactly(java.util.Map.entry("refused", 200));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldFailAClosedLoopsRequestsWithoutSpinningWhenRefused(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            Workload eager = new Workload.Closed(new ServiceTime.Constant(0));
            long start = load(stage, Stage.nobody(), 3, 0, eager, SECOND);
            finish(stage, start + SECOND);

            assertThat(stage.ledger.intended().size()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void shouldRefuseSizesItCanNotMake() {
        long tooFew = AskLoad.minimumRequestBytes() - 1;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AskLoadConfig(
                        Stage.nobody(), StreamOptions.DEFAULT, 1, 0, tooFew, new Workload.Constant(1), 0, 1, 0, 1))
                .withMessageContaining("a request of " + tooFew + " B: must be " + (tooFew + 1));
    }
}

package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Result;
import dev.chokepoint.host.Work;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.OffloadPool;
import dev.chokepoint.host.world.ResourceUse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OffloadTest extends ParitySuite {
    private static final Work WORK = new Work.Synthetic("parity.computed");
    private static final Work COUNTED = new Work.Calibrated("parity.counted");
    private static final long MILLI = 1_000_000;
    private static final int THREADS = 2;
    private static final int WAITING_MAX = 3;

    @BeforeEach
    void addAHostWithAPool() {
        stage.world()
                .add(new HostSpec(
                        "computer",
                        List.of(Address.inet("127.66.0.9", 0)),
                        2,
                        1,
                        new OffloadPool(THREADS, WAITING_MAX),
                        Optional.empty()));
    }

    private ResourceUse pool() {
        return stage.world().resources().stream()
                .filter(use -> use.name().equals("computer offload"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldTellTheResultInALaterCallback() {
        AtomicBoolean returned = new AtomicBoolean();
        CompletableFuture<Result<Integer>> told = new CompletableFuture<>();
        AtomicBoolean early = new AtomicBoolean();

        stage.actor("computer").tell(host -> {
            host.offload(COUNTED, 5, () -> 6 * 7, result -> {
                early.set(!returned.get());
                told.complete(result);
            });
            host.spend(WORK, 3 * MILLI);
            returned.set(true);
        });

        assertThat(stage.await("the result", told)).isEqualTo(new Result.Done<>(42));
        assertThat(early).as("told while the lane was in another callback").isFalse();
    }

    @Test
    void shouldTellWhatWasThrown() {
        IllegalStateException thrown = new IllegalStateException("on purpose");
        CompletableFuture<Result<Integer>> told = new CompletableFuture<>();

        stage.actor("computer")
                .tell(host -> host.offload(
                        WORK,
                        0,
                        () -> {
                            throw thrown;
                        },
                        told::complete));

        assertThat(stage.await("the result", told)).isEqualTo(new Result.Threw<>(thrown));
    }

    @Test
    void shouldLeaveTheLaneFreeWhileItComputes() {
        AtomicLong laneFreeAt = new AtomicLong();
        CompletableFuture<Long> doneAt = new CompletableFuture<>();
        AtomicLong begunAt = new AtomicLong();
        Actor actor = stage.actor("computer");

        actor.tell(host -> {
            begunAt.set(host.nanoTime());
            host.offload(WORK, 200 * MILLI, () -> 0, _ -> doneAt.complete(host.nanoTime()));
        });
        actor.tell(host -> laneFreeAt.set(host.nanoTime()));

        stage.await("the result", doneAt);
        assertThat(laneFreeAt.get()).isLessThan(doneAt.join());
        assertThat(doneAt.join() - begunAt.get()).isGreaterThanOrEqualTo(200 * MILLI);
    }

    @Test
    void shouldBeginAfterWhatTheLaneHasSpentBefore() {
        CompletableFuture<Long> delay = new CompletableFuture<>();

        stage.actor("computer").tell(host -> {
            long begun = host.nanoTime();
            host.spend(WORK, 20 * MILLI);
            host.offload(WORK, 10 * MILLI, () -> 0, _ -> delay.complete(host.nanoTime() - begun));
        });

        assertThat(stage.await("the result", delay)).isGreaterThanOrEqualTo(30 * MILLI);
    }

    @Test
    void shouldRefuseWhatFindsTheQueueFull() {
        List<Result<Integer>> results = new CopyOnWriteArrayList<>();
        AtomicInteger begun = new AtomicInteger();
        int count = 10;

        stage.actor("computer").tell(host -> {
            for (int i = 0; i < count; i++) {
                host.offload(WORK, 100 * MILLI, begun::incrementAndGet, results::add);
            }
        });

        stage.await("all results", () -> results.size() == count);
        assertThat(results)
                .filteredOn(Result.Refused.class::isInstance)
                .hasSize(count - THREADS - WAITING_MAX)
                .containsOnly(new Result.Refused<>(WAITING_MAX));
        assertThat(begun).hasValue(THREADS + WAITING_MAX);
        assertThat(pool().refused()).isEqualTo(count - THREADS - WAITING_MAX);
        assertThat(pool().served()).isEqualTo(THREADS + WAITING_MAX);
        assertThat(pool().waitingMax()).isEqualTo(WAITING_MAX);
    }

    @Test
    void shouldCountItsThreadsAndWhatWaits() {
        AtomicInteger results = new AtomicInteger();

        stage.actor("computer").tell(host -> {
            for (int i = 0; i < THREADS + WAITING_MAX; i++) {
                host.offload(WORK, 20 * MILLI, () -> 0, _ -> results.incrementAndGet());
            }
        });
        stage.await("all results", () -> results.get() == THREADS + WAITING_MAX);

        assertThat(pool().kind()).isEqualTo(ResourceUse.Kind.OFFLOAD);
        assertThat(pool().capacity()).isEqualTo(THREADS);
        assertThat(pool().usedNanos()).isGreaterThanOrEqualTo((THREADS + WAITING_MAX) * 20.0 * MILLI);
        assertThat(pool().waitingNanos()).isGreaterThanOrEqualTo(3 * 20.0 * MILLI);
    }

    @Test
    void shouldRefuseToComputeLessThanNothing() {
        stage.actor("computer")
                .tell(host -> assertThatThrownBy(() -> host.offload(WORK, -1, () -> 0, _ -> {}))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("parity.computed")
                        .hasMessageContaining("0 or more"));
    }

    @Test
    void shouldTellNothingOnceTheWorldIsClosed() {
        List<Result<Integer>> results = new CopyOnWriteArrayList<>();
        stage.actor("computer").tell(host -> host.offload(WORK, 50 * MILLI, () -> 1, results::add));

        stage.close();

        assertThat(results).isEmpty();
    }
}

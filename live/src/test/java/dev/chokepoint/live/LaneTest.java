package dev.chokepoint.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Timer;
import dev.chokepoint.host.Work;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.ProgramFailure;
import dev.chokepoint.host.world.ResourceUse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final Address LOCAL = Address.inet("127.0.0.1", 0);
    private static final Work.Synthetic BURN = new Work.Synthetic("burn");
    private static final long SECOND = 1_000_000_000L;

    private final LiveWorld world = new LiveWorld(1, Transport.best(), Observer.NONE);

    private void start(int lanes, Program program) {
        try (world) {
            world.add(new HostSpec("server", List.of(LOCAL), 2, lanes));
            world.start("server", () -> program);
        }
    }

    private ResourceUse resource(String name) {
        return world.resources().stream()
                .filter(use -> use.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldBurnAtLeastTheCpuTimeThatWasAskedFor() {
        start(1, host -> {
            long before = host.nanoTime();
            host.spend(BURN, 20_000_000);
            assertThat(host.nanoTime() - before).isGreaterThanOrEqualTo(20_000_000);
        });

        assertThat(resource("server lane 0").usedNanos()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void shouldCountCalibratedWork() {
        start(1, host -> {
            host.spend(new Work.Calibrated("route"), 3);
            host.spend(new Work.Calibrated("route"), 4);
        });

        assertThat(world.calibratedUnits()).containsExactly(java.util.Map.entry("route", 7L));
    }

    @Test
    void shouldFailTheRunWhenACallbackThrows() {
        try (world) {
            world.add(new HostSpec("server", List.of(LOCAL), 1, 1));
            world.start(
                    "server",
                    () -> host -> host.after(0, () -> {
                        throw new IllegalStateException("a defect");
                    }));

            assertThatThrownBy(() -> world.run(20 * SECOND))
                    .isInstanceOf(ProgramFailure.class)
                    .hasMessageContaining("server (lane 0)")
                    .hasRootCauseMessage("a defect");
        }
    }

    @Test
    void shouldReportAProgramThatDoesNotStart() {
        assertThatThrownBy(() -> start(1, _ -> {
                    throw new IllegalStateException("no configuration");
                }))
                .isInstanceOf(ProgramFailure.class)
                .hasMessageContaining("no configuration");
    }

    @Test
    void shouldNeverRunACancelledTimer() throws InterruptedException {
        Notes notes = new Notes();
        try (world) {
            world.add(new HostSpec("server", List.of(LOCAL), 1, 1));
            world.start("server", () -> host -> {
                AtomicReference<Timer> second = new AtomicReference<>();
                host.after(0, () -> {
                    notes.add("first");
                    second.get().cancel();
                });
                second.set(host.after(0, () -> notes.add("second")));
                host.after(1_000_000, notes::close);
            });

            assertThat(notes.untilClosed()).containsExactly("first");
        }
    }

    @Test
    void shouldDealAcceptsRoundRobinOverTheLanesOfOneListener() throws InterruptedException {
        Set<String> lanes = new ConcurrentSkipListSet<>();
        CountDownLatch accepted = new CountDownLatch(6);
        AtomicReference<Address> at = new AtomicReference<>();
        try (world) {
            world.add(new HostSpec("server", List.of(LOCAL), 2, 3));
            world.add(new HostSpec("client", List.of(LOCAL), 1, 1));
            world.start(
                    "server",
                    () -> host -> at.set(host.listen(LOCAL, StreamOptions.DEFAULT, c -> {
                                lanes.add(Thread.currentThread().getName() + " #" + c.tag());
                                accepted.countDown();
                                return new Script(new Notes());
                            })
                            .local()));
            world.start("client", () -> host -> {
                for (int i = 0; i < 6; i++) {
                    host.connect(LOCAL, at.get(), StreamOptions.DEFAULT, i, new Script(new Notes()));
                }
            });

            assertThat(accepted.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(lanes)
                    .containsExactly(
                            "server lane 0 #0",
                            "server lane 0 #1",
                            "server lane 1 #0",
                            "server lane 1 #1",
                            "server lane 2 #0",
                            "server lane 2 #1");
            assertThat(resource("server accept queue").served()).isEqualTo(6);
        }
    }

    @Test
    void shouldLetSendsLeaveBeforeSyntheticWork() throws InterruptedException {
        Notes client = new Notes();
        AtomicReference<Long> answeredNanos = new AtomicReference<>(0L);
        AtomicReference<Long> workedNanos = new AtomicReference<>(0L);
        AtomicReference<Address> at = new AtomicReference<>();
        CountDownLatch worked = new CountDownLatch(1);
        try (world) {
            world.add(new HostSpec("server", List.of(LOCAL), 1, 1));
            world.add(new HostSpec("client", List.of(LOCAL), 1, 1));
            world.start(
                    "server",
                    () -> (Host host) -> at.set(host.listen(
                                    LOCAL,
                                    StreamOptions.DEFAULT,
                                    _ -> new Script(new Notes()).onText((c, _) -> {
                                        c.send(Payload.of("early"));
                                        host.spend(BURN, SECOND);
                                        workedNanos.set(host.nanoTime());
                                        worked.countDown();
                                    }))
                            .local()));
            world.start(
                    "client",
                    () -> host -> host.connect(
                            LOCAL,
                            at.get(),
                            StreamOptions.DEFAULT,
                            0,
                            new Script(client)
                                    .onOpen(c -> c.send(Payload.of("ask")))
                                    .onText((c, _) -> {
                                        answeredNanos.set(host.nanoTime());
                                        c.close();
                                    })));
            client.untilClosed();
            assertThat(worked.await(20, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(answeredNanos.get()).isBetween(1L, workedNanos.get());
    }

    @Test
    void shouldResolveItsOwnHostsLiteralAddressesAndNothingElse() throws InterruptedException {
        AtomicReference<List<Address>> own = new AtomicReference<>();
        AtomicReference<List<Address>> literal = new AtomicReference<>();
        AtomicReference<List<Address>> unknown = new AtomicReference<>();
        CountDownLatch answers = new CountDownLatch(3);
        try (world) {
            world.add(new HostSpec("server", List.of(LOCAL), 1, 1));
            world.start("server", () -> host -> {
                resolve(host, "server", own, answers);
                resolve(host, "127.0.0.9", literal, answers);
                resolve(host, "no-such-name.invalid", unknown, answers);
            });
            assertThat(answers.await(20, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(own.get()).containsExactly(LOCAL);
        assertThat(literal.get()).containsExactly(Address.inet("127.0.0.9", 0));
        assertThat(unknown.get()).isEmpty();
    }

    private static void resolve(Host host, String name, AtomicReference<List<Address>> into, CountDownLatch answers) {
        host.resolve(name, found -> {
            into.set(found);
            answers.countDown();
        });
    }

    @Test
    void shouldRefuseMoreLanesThanThreadsMakeSense() {
        assertThatThrownBy(() -> start(257, _ -> {})).hasMessageContaining("257 lanes: at most 256");
    }
}

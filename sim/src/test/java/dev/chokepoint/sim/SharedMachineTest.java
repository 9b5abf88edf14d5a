package dev.chokepoint.sim;

import static dev.chokepoint.sim.Worlds.MS;
import static dev.chokepoint.sim.Worlds.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Work;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.OffloadPool;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharedMachineTest {
    private static final Work WORK = new Work.Synthetic("work");
    private static final Address HOME = Address.inet("10.0.0.9", 0);

    private final List<String> log = new ArrayList<>();

    private static SimWorld world(SimCosts costs, int cores) {
        SimWorld world = new SimWorld(1, Worlds.START, costs, new Streams.Ideal(), Observer.NONE);
        world.addMachine("box", cores);
        return world;
    }

    private static HostSpec onBox(String name, int number, int cores) {
        return new HostSpec(
                name, List.of(Address.inet("10.0.0." + number, 0)), cores, 1, OffloadPool.DEFAULT, Optional.of("box"));
    }

    private void works(Host host, String name) {
        host.after(MS, () -> {
            host.spend(WORK, 5 * MS);
            log.add(name + " until " + host.nanoTime() / MS);
        });
    }

    @Test
    void shouldLetHostsWaitForEachOthersCores() {
        for (int cores : List.of(1, 2)) {
            SimWorld world = world(SimCosts.FREE, cores);
            for (int i = 1; i <= 2; i++) {
                String name = "host-" + i;
                world.add(onBox(name, i, 1));
                world.start(name, () -> host -> works(host, name));
            }
            world.run(20 * MS);

            assertThat(resource(world, "box cpu").capacity()).isEqualTo(cores);
            assertThat(resource(world, "box cpu").usedNanos()).isEqualTo(10.0 * MS);
            assertThat(resource(world, "box cpu").waitingNanos()).isEqualTo(cores == 1 ? 5.0 * MS : 0);
            assertThat(resource(world, "host-2 cpu").usedNanos()).isEqualTo(5.0 * MS);
            assertThat(resource(world, "host-2 cpu").waitingNanos()).isEqualTo(cores == 1 ? 5.0 * MS : 0);
        }
        assertThat(log).containsExactly("host-1 until 6", "host-2 until 11", "host-1 until 6", "host-2 until 6");
    }

    @Test
    void shouldChargeFleetsOnAMachineAndWakeUpsOfIdleLanesOnly() {
        SimCosts costs = new SimCosts(1_000, 200, 0, 0, 0, 0, 0, Map.of());
        SimWorld world = world(costs, 4);
        world.add(onBox("fleet", 1, HostSpec.UNLIMITED));
        world.start("fleet", () -> host -> {
            host.after(MS, () -> {});
            host.after(MS, () -> {});
            host.after(2 * MS, () -> {});
        });
        world.run(3 * MS);

        assertThat(resource(world, "fleet lane 0").usedNanos()).isEqualTo(2 * 1_000.0 + 3 * 200);
    }

    @Test
    void shouldChargeWhatEmulatingALinkCostsToItsSender() {
        for (long pieceNanos : List.of(0L, 3_000L)) {
            SimCosts costs = new SimCosts(0, 0, 0, 0, 0, 0, pieceNanos, Map.of());
            SimWorld world = Worlds.direct(1, costs, Observer.NONE);
            world.add(new Link("access", "clients", "server", Worlds.latency(MS), Worlds.latency(MS)));
            world.start(
                    "server",
                    () -> host -> host.listen(Worlds.SERVER, StreamOptions.DEFAULT, c -> {
                        c.send(Payload.of("hello"));
                        return (_, _) -> {};
                    }));
            world.start(
                    "clients",
                    () -> host ->
                            host.connect(Worlds.CLIENT_HOST, Worlds.SERVER, StreamOptions.DEFAULT, 0, (_, _) -> {}));
            world.run(100 * MS);

            assertThat(resource(world, "server lane 0").usedNanos()).isEqualTo((double) pieceNanos);
        }
    }

    @Test
    void shouldChargeAHostItsOwnCosts() {
        SimWorld world = world(new SimCosts(100, 0, 0, 0, 0, Map.of()), 1);
        world.charge("dear", new SimCosts(7_000, 0, 0, 0, 0, Map.of()));
        world.add(onBox("dear", 1, HostSpec.UNLIMITED));
        world.add(onBox("cheap", 2, HostSpec.UNLIMITED));
        for (String name : List.of("dear", "cheap")) {
            world.start(name, () -> host -> host.after(MS, () -> {}));
        }
        world.run(2 * MS);

        assertThat(resource(world, "dear lane 0").usedNanos()).isEqualTo(7_000);
        assertThat(resource(world, "cheap lane 0").usedNanos()).isEqualTo(100);
    }

    @Test
    void shouldRefuseWhatMakesNoSense() {
        SimWorld world = world(SimCosts.FREE, 1);

        assertThatThrownBy(() -> world.addMachine("box", 2)).hasMessageContaining("two machines called box");
        assertThatThrownBy(() -> world.addMachine("none", 0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() ->
                        world.add(new HostSpec("lost", List.of(HOME), 1, 1, OffloadPool.DEFAULT, Optional.of("bax"))))
                .hasMessageContaining("machine bax, which is not there: there are [box]");
    }

    /**
     * Two servers on one core are one queue: with Poisson arrivals at 0.5/ms in all and exponential service of 1 ms,
     * M/M/1's mean time in the system is 1 / (1 - 0.5) = 2 ms, however the jobs are split between them.
     */
    @Test
    void shouldBeOneQueueForTwoServersOnOneCore() {
        SimWorld world = world(SimCosts.FREE, 1);
        world.add(onBox("server-1", 1, 1));
        world.add(onBox("server-2", 2, 1));
        world.add(new HostSpec("jobs", List.of(HOME), HostSpec.UNLIMITED, 1));
        for (int i = 1; i <= 2; i++) {
            Address at = Address.inet("10.0.0." + i, 7);
            world.start(
                    "server-" + i,
                    () -> host -> host.listen(at, StreamOptions.DEFAULT, _ -> (c, bytes) -> {
                        while (bytes.hasRemaining()) {
                            host.spend(WORK, StrictMath.round(host.random().nextExponential() * MS));
                            c.send(ByteBuffer.wrap(new byte[] {bytes.get()}));
                        }
                    }));
        }
        Jobs jobs = new Jobs();
        world.start("jobs", () -> jobs::start);
        world.run(1_000_000L * MS);

        assertThat(jobs.done).isGreaterThan(400_000);
        assertThat(jobs.sumNanos / jobs.done / MS).isCloseTo(2.0, within(0.03));
        assertThat(resource(world, "box cpu").usedNanos() / (1_000_000.0 * MS)).isCloseTo(0.5, within(0.005));
    }

    /** Poisson arrivals, three of ten at the first server. */
    private static final class Jobs {
        private final List<ArrayDeque<Long>> sent = List.of(new ArrayDeque<>(), new ArrayDeque<>());
        private final List<Connection> connections = new ArrayList<>();
        private double sumNanos;
        private long done;

        void start(Host host) {
            for (int i = 0; i < 2; i++) {
                ArrayDeque<Long> queue = sent.get(i);
                Session session = (_, bytes) -> {
                    for (; bytes.hasRemaining(); bytes.get()) {
                        sumNanos += host.nanoTime() - queue.remove();
                        done++;
                    }
                };
                Address at = Address.inet("10.0.0." + (i + 1), 7);
                connections.add(host.connect(HOME, at, StreamOptions.DEFAULT, i, session));
            }
            next(host);
        }

        private void next(Host host) {
            host.after(StrictMath.round(host.random().nextExponential() * 2 * MS), () -> {
                int server = host.random().nextInt(10) < 3 ? 0 : 1;
                sent.get(server).add(host.nanoTime());
                connections.get(server).send(Payload.of("j"));
                next(host);
            });
        }
    }
}

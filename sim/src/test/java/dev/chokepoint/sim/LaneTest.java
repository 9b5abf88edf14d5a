package dev.chokepoint.sim;

import static dev.chokepoint.sim.Worlds.CLIENT_HOST;
import static dev.chokepoint.sim.Worlds.MS;
import static dev.chokepoint.sim.Worlds.SERVER;
import static dev.chokepoint.sim.Worlds.SERVER_HOST;
import static dev.chokepoint.sim.Worlds.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.ListenException;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Server;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Timer;
import dev.chokepoint.host.Work;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.ProgramFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final Work WORK = new Work.Synthetic("work");
    private static final StreamOptions DEFAULT = StreamOptions.DEFAULT;

    private final List<String> log = new ArrayList<>();

    private static SimWorld oneHost(int cores, int lanes, SimCosts costs) {
        SimWorld world = new SimWorld(1, Worlds.START, costs, new Streams.Ideal(), Observer.NONE);
        world.add(new HostSpec("server", List.of(SERVER_HOST), cores, lanes));
        return world;
    }

    private Runnable note(Host host, String what) {
        return () -> log.add(host.nanoTime() / MS + " " + what);
    }

    @Test
    void shouldRunTimersOnTheClockThatSpendAdvances() {
        SimWorld world = oneHost(1, 1, SimCosts.FREE);
        world.start("server", () -> host -> {
            host.after(2 * MS, note(host, "before"));
            host.spend(WORK, 5 * MS);
            assertThat(host.nanoTime()).isEqualTo(5 * MS);
            assertThat(host.wallTime()).isEqualTo(Worlds.START.plusMillis(5));
            host.after(2 * MS, note(host, "after"));
            host.after(-1, note(host, "soon"));
            assertThat(log).isEmpty();
        });
        world.run(100 * MS);

        assertThat(log).containsExactly("5 before", "5 soon", "7 after");
    }

    @Test
    void shouldNeverRunACancelledTimerEvenIfItsTimeHasCome() {
        SimWorld world = oneHost(1, 1, SimCosts.FREE);
        world.start("server", () -> host -> {
            Timer early = host.after(MS, note(host, "early"));
            Timer late = host.after(9 * MS, note(host, "late"));
            host.after(0, () -> {
                host.spend(WORK, 5 * MS);
                early.cancel();
                late.cancel();
                late.cancel();
            });
        });
        world.run(100 * MS);

        assertThat(log).isEmpty();
        assertThat(resource(world, "server lane 0").served()).isEqualTo(2);
    }

    @Test
    void shouldShareCoresFirstComeFirstServed() {
        SimWorld world = oneHost(2, 3, SimCosts.FREE);
        int[] lane = {0};
        world.start("server", () -> host -> {
            String name = "lane " + lane[0]++;
            for (int i = 0; i < 2; i++) {
                host.after(MS, () -> {
                    note(host, name).run();
                    host.spend(WORK, 10 * MS);
                });
            }
        });
        world.run(25 * MS);

        assertThat(log).containsExactly("1 lane 0", "1 lane 1", "11 lane 2", "11 lane 0", "21 lane 1", "21 lane 2");
        assertThat(resource(world, "server cpu").usedNanos()).isEqualTo(2.0 * 24 * MS);
        // Lane 2 waits for 10 ms, then one of the others does.
        assertThat(resource(world, "server cpu").waitingNanos()).isEqualTo(20.0 * MS);
        assertThat(resource(world, "server cpu").waitingMax()).isEqualTo(1);
        assertThat(resource(world, "server lane 2").usedNanos()).isEqualTo(14.0 * MS);
        // Two timers for 10 ms, one for 10 ms more.
        assertThat(resource(world, "server lane 2").waitingNanos()).isEqualTo(30.0 * MS);
    }

    @Test
    void shouldChargeTurnsReadsWritesAndBytes() {
        SimCosts costs = new SimCosts(1_000, 20_000, 300, 4_000, 500_000, Map.of("route", 7_000L));
        SimWorld world = Worlds.direct(1, costs, Observer.NONE);
        List<Long> times = new ArrayList<>();
        world.start(
                "server",
                () -> host -> host.listen(SERVER, DEFAULT, _ -> (c, bytes) -> {
                    times.add(host.nanoTime());
                    host.spend(new Work.Calibrated("route"), 10);
                    host.spend(new Work.Calibrated("never measured"), 10);
                    times.add(host.nanoTime());
                    c.send(bytes);
                }));
        world.start(
                "clients",
                () -> host -> host.connect(CLIENT_HOST, SERVER, DEFAULT, 0, (_, bytes) -> {
                            times.add(host.nanoTime());
                            assertThat(bytes.remaining()).isEqualTo(1);
                        })
                        .send(Payload.of("x")));
        world.run(MS);

        // The accept's turn takes 21 us, the read's 1 us + 300 ns + 500 ns, the work 70 ns, the write 4 us + 500 ns.
        assertThat(times).containsExactly(22_800L, 22_870L, 27_370L);
        assertThat(resource(world, "server lane 0").usedNanos()).isEqualTo(27_370.0);
        assertThat(resource(world, "clients lane 0").usedNanos()).isZero();
    }

    @Test
    void shouldLetSendsLeaveBeforeSyntheticWorkAndAfterIt() {
        SimWorld world = Worlds.direct();
        world.start(
                "server",
                () -> host -> host.listen(SERVER, DEFAULT, _ -> (_, bytes) -> {
                    while (bytes.hasRemaining()) {
                        note(host, "" + (char) bytes.get()).run();
                    }
                }));
        world.start("clients", () -> host -> {
            var c = host.connect(CLIENT_HOST, SERVER, DEFAULT, 0, (_, _) -> {});
            host.after(MS, () -> {
                c.send(Payload.of("a"));
                host.spend(WORK, 10 * MS);
                c.send(Payload.of("b"));
                host.spend(new Work.Calibrated("free"), 10);
                c.send(Payload.of("c"));
                host.spend(WORK, 10 * MS);
                c.send(Payload.of("d"));
            });
        });
        world.run(100 * MS);

        assertThat(log).containsExactly("1 a", "11 b", "11 c", "21 d");
    }

    @Test
    void shouldDealAcceptsRoundRobinToTheLanesOfOneListener() {
        SimWorld world = new SimWorld(1, Worlds.START, SimCosts.FREE, new Streams.Ideal(), Observer.NONE);
        world.add(new HostSpec("server", List.of(SERVER_HOST), 2, 2));
        world.add(new HostSpec("clients", List.of(CLIENT_HOST), HostSpec.UNLIMITED, 1));
        int[] lane = {0};
        world.start("server", () -> host -> {
            String name = "lane " + lane[0]++;
            host.listen(SERVER, DEFAULT, c -> {
                log.add(name + " " + c.tag());
                return (_, _) -> {};
            });
        });
        world.start("clients", () -> host -> {
            for (int i = 0; i < 4; i++) {
                host.connect(CLIENT_HOST, SERVER, DEFAULT, 0, (_, _) -> {});
            }
        });
        world.run(MS);

        assertThat(log).containsExactly("lane 0 0", "lane 1 0", "lane 0 1", "lane 1 1");
    }

    @Test
    void shouldStillOwnItsPortAfterAnAcceptedConnectionIsOver() {
        SimWorld world = new SimWorld(1, Worlds.START, SimCosts.FREE, new Streams.Ideal(), Observer.NONE);
        world.add(new HostSpec("server", List.of(SERVER_HOST), 1, 1));
        world.add(new HostSpec("clients", List.of(CLIENT_HOST), HostSpec.UNLIMITED, 1));
        Address at = Address.inet("10.0.0.1", 1024);
        world.start("server", () -> host -> {
            host.listen(at, DEFAULT, _ -> (_, _) -> {});
            host.after(MS, () -> {
                Server any = host.listen(SERVER_HOST, DEFAULT, _ -> (_, _) -> {});
                log.add(any.local().toString());
            });
        });
        world.start(
                "clients",
                () -> host ->
                        host.connect(CLIENT_HOST, at, DEFAULT, 0, (_, _) -> {}).finish());
        world.run(2 * MS);

        assertThat(log).containsExactly("10.0.0.1:1025");
    }

    @Test
    void shouldSayWhyAListenFailed() {
        SimWorld world = oneHost(1, 1, SimCosts.FREE);
        world.start("server", () -> host -> {
            Server server = host.listen(SERVER_HOST, DEFAULT, _ -> (_, _) -> {});
            assertThat(((Address.Inet) server.local()).port()).isPositive();
            assertThatThrownBy(() -> host.listen(server.local(), DEFAULT, _ -> (_, _) -> {}))
                    .isInstanceOfSatisfying(
                            ListenException.class,
                            e -> assertThat(e.reason()).isEqualTo(ListenException.Reason.IN_USE));
            assertThatThrownBy(() -> host.listen(Address.inet("10.0.0.9", 7), DEFAULT, _ -> (_, _) -> {}))
                    .isInstanceOfSatisfying(
                            ListenException.class,
                            e -> assertThat(e.reason()).isEqualTo(ListenException.Reason.NOT_LOCAL));
            server.close();
            host.listen(server.local(), DEFAULT, _ -> (_, _) -> {}).close();
            log.add("done");
        });

        assertThat(log).containsExactly("done");
    }

    @Test
    void shouldResolveNamesOfHostsAndLiteralsLater() {
        SimWorld world = Worlds.direct();
        world.start("clients", () -> host -> {
            host.resolve("server", found -> log.add("server " + found));
            host.resolve("::1", found -> log.add("literal " + found));
            host.resolve("nobody", found -> log.add("nobody " + found));
            log.add("asked");
        });
        world.run(0);

        assertThat(log).containsExactly("asked", "server [10.0.0.1:0]", "literal [[0:0:0:0:0:0:0:1]:0]", "nobody []");
    }

    @Test
    void shouldEndTheRunWhenAProgramFails() {
        SimWorld world = oneHost(1, 1, SimCosts.FREE);
        world.start(
                "server",
                () -> host -> host.after(MS, () -> {
                    throw new IllegalStateException("oops");
                }));

        assertThatThrownBy(() -> world.run(2 * MS))
                .isInstanceOf(ProgramFailure.class)
                .hasMessageContaining("server (lane 0) failed")
                .hasMessageContaining("oops");
    }

    @Test
    void shouldGiveSecretsThatDependOnTheSeedOnly() {
        byte[][] secrets = new byte[2][16];
        for (byte[] secret : secrets) {
            try (SimWorld world = oneHost(1, 1, SimCosts.FREE)) {
                world.start("server", () -> host -> host.secret(secret));
            }
        }

        assertThat(secrets[0]).isEqualTo(secrets[1]).isNotEqualTo(new byte[16]);
    }
}

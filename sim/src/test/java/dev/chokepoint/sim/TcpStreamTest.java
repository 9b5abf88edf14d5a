package dev.chokepoint.sim;

import static dev.chokepoint.sim.Worlds.CLIENT_HOST;
import static dev.chokepoint.sim.Worlds.MS;
import static dev.chokepoint.sim.Worlds.SERVER;
import static dev.chokepoint.sim.Worlds.SERVER_HOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Work;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Impairment;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Packets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Streams over TCP. The link takes 10 ms each way, and a round trip 20 ms. */
class TcpStreamTest extends StreamTest {
    private static SimWorld world(Link.Direction direction) {
        SimWorld world =
                new SimWorld(1, Worlds.START, SimCosts.FREE, new Streams.Tcp(TcpOptions.DEFAULT), Observer.NONE);
        world.add(new HostSpec("server", List.of(SERVER_HOST), 1, 1));
        world.add(new HostSpec("clients", List.of(CLIENT_HOST), HostSpec.UNLIMITED, 1));
        world.add(new Link("access", "clients", "server", direction, direction));
        return world;
    }

    private static Link.Direction lossy() {
        Packets packets = Packets.DEFAULT.impaired(new Impairment(0.1, 0.05, 0.05, 3 * MS));
        return new Link.Direction(10 * MS, 0, 100_000_000, 1 << 20, packets);
    }

    @Test
    void shouldOpenAfterARoundTripAndSendWhatWaited() {
        run(world(SLOW), DEFAULT, Recorder::new, Recorder::new, (_, c) -> {
            c.send(Payload.of("hello"));
            c.finish();
        });

        assertThat(client.log).containsExactly("20000000 open", "40000000 end", "40000000 close LocalClosed");
        assertThat(server.log).containsExactly("30000000 open", "30000000 end", "30000000 close PeerClosed");
        assertThat(server.text()).isEqualTo("hello");
    }

    @Test
    void shouldBeRefusedWhereNobodyListens() {
        SimWorld world = world(SLOW);
        world.start("clients", () -> host -> {
            client = new Recorder(host);
            host.connect(CLIENT_HOST, SERVER, DEFAULT, 0, client);
        });
        world.run(1_000 * MS);

        assertThat(client.log).containsExactly("20000000 close Refused");
    }

    @Test
    void shouldAskAFullAcceptQueueAgainAndGiveUp() {
        SimWorld world = world(SLOW);
        world.start("server", () -> host -> {
            host.listen(SERVER, DEFAULT.withBacklog(1), _ -> new Recorder(host));
            host.spend(new Work.Synthetic("asleep"), 60_000 * MS);
        });
        world.start("clients", () -> host -> {
            client = new Recorder(host);
            for (int i = 0; i < 2; i++) {
                host.connect(CLIENT_HOST, SERVER, DEFAULT, 0, client);
            }
        });
        world.run(30_000 * MS);

        assertThat(client.log).containsExactly("20000000 open", "10000000000 close TimedOut");
        // SYNs at 0, 1, 3 and 7 s.
        assertThat(Worlds.resource(world, "server accept queue").refused()).isEqualTo(4);
    }

    @Test
    void shouldStopAtTheWindowOfAPausedReaderAndGoOnWhenItResumes() {
        StreamOptions options = DEFAULT.withWindow(10_000);
        List<Long> unsent = new ArrayList<>();
        SimWorld world = world(SLOW);
        run(world, options, host -> new Paused(host, 5_000 * MS), Recorder::new, (host, c) -> {
            c.send(Payload.of("z".repeat(30_000)));
            host.after(4_000 * MS, () -> unsent.add(c.unsentBytes()));
        });

        assertThat(unsent).containsExactly(20_000L);
        assertThat(server.received.size()).isEqualTo(30_000);
        assertThat(Worlds.resource(world, "clients->server window").served()).isEqualTo(30_000);
    }

    @Test
    void shouldDeliverEverythingOverALossyLinkAndShowIt() {
        List<TcpSample> samples = new ArrayList<>();
        SimWorld world = world(lossy());
        world.watch(new TcpProbe() {
            @Override
            public boolean watches(Address local, Address remote) {
                return remote.equals(SERVER);
            }

            @Override
            public void sample(TcpSample sample) {
                samples.add(sample);
            }
        });
        run(world, DEFAULT, Recorder::new, Recorder::new, (_, c) -> {
            c.send(Payload.of("z".repeat(500_000)));
            c.finish();
        });

        assertThat(server.received.size()).isEqualTo(500_000);
        assertThat(server.log.getLast()).endsWith("close PeerClosed");
        assertThat(client.log.getLast()).endsWith("close LocalClosed");
        assertThat(samples.getLast().retransmittedBytes()).isPositive();
        assertThat(samples.getLast().inFlightBytes()).isZero();
        assertThat(samples.getLast().smoothedRttNanos()).isGreaterThan(20 * MS);
        assertThat(samples).allMatch(sample -> sample.congestionWindowBytes() > 0);
        assertThat(samples).isSortedAccordingTo((a, b) -> Long.compare(a.atNanos(), b.atNanos()));
    }

    @Test
    void shouldCarryManyConnectionsAtOnceAndForgetThem() {
        SimWorld world = world(lossy());
        world.start("server", () -> host -> host.listen(SERVER, DEFAULT, _ -> (c, bytes) -> c.send(bytes)));
        List<Recorder> clients = new ArrayList<>();
        world.start("clients", () -> host -> {
            for (int i = 0; i < 200; i++) {
                Recorder each = new Recorder(host);
                clients.add(each);
                var c = host.connect(CLIENT_HOST, SERVER, DEFAULT.withConnectTimeout(100_000 * MS), i, each);
                c.send(Payload.of("q".repeat(100 * i + 1)));
                host.after(60_000 * MS, c::finish);
            }
        });
        world.run(200_000 * MS);

        for (int i = 0; i < clients.size(); i++) {
            assertThat(clients.get(i).received.size()).isEqualTo(100 * i + 1);
        }
        double used = Worlds.resource(world, "clients->server window").usedNanos();
        world.run(1_000 * MS);
        assertThat(Worlds.resource(world, "clients->server window").usedNanos())
                .as("nothing is on its way any more")
                .isEqualTo(used);
    }
}

package dev.chokepoint.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Phase;
import dev.chokepoint.host.world.World;
import dev.chokepoint.live.LiveWorld;
import dev.chokepoint.live.Transport;
import dev.chokepoint.sim.SimCosts;
import dev.chokepoint.sim.SimWorld;
import dev.chokepoint.sim.Streams;
import dev.chokepoint.sim.TcpOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiesTest {
    private static final long SECOND = 1_000_000_000;
    private static final long MILLI = 1_000_000;
    private static final Address SERVER = Address.inet("127.83.0.1", 0);
    private static final Address CLIENTS = Address.inet("127.83.0.2", 0);
    private static final int PEOPLE = 6;
    private static final int MESSAGES = 40;

    private static final Link.Direction UP = new Link.Direction(2 * MILLI, 0, Link.UNLIMITED, 1 << 20);
    private static final Link.Direction DOWN = new Link.Direction(3 * MILLI, 0, 8_000_000, 1 << 20);

    private static SimWorld simulated(Streams streams, Observer observer) {
        return new SimWorld(1, Instant.parse("2026-01-01T00:00:00Z"), SimCosts.FREE, streams, observer);
    }

    /** Lets the first of the people say all messages, so far apart, while the server works so long on each delivery. */
    private static void talk(World world, long apartNanos, long workNanos) {
        world.add(new HostSpec("server", List.of(SERVER), 1, 1));
        world.add(new HostSpec("clients", List.of(CLIENTS), HostSpec.UNLIMITED, 1));
        world.add(new Link("link", "clients", "server", UP, DOWN));
        AtomicReference<Address> at = new AtomicReference<>();
        world.start("server", () -> new Crier(SERVER, workNanos, at::set));
        long start = world.nanoTime() + SECOND / 2;
        List<Long> times = LongStream.range(0, MESSAGES)
                .map(i -> start + i * apartNanos)
                .boxed()
                .toList();
        world.start("clients", () -> new Crier.Crowd(at.get(), PEOPLE, times));
        world.run(SECOND + MESSAGES * apartNanos);
    }

    private static double sum(List<PhaseShare> shares) {
        return shares.stream().mapToDouble(PhaseShare::meanNanos).sum();
    }

    private static double mean(List<PhaseShare> shares, Phase phase, String place) {
        return shares.stream()
                .filter(share -> share.phase() == phase && share.place().equals(place))
                .mapToDouble(PhaseShare::meanNanos)
                .sum();
    }

    /** Over a link of 1 ms a message that is nowhere else busy, the k-th receiver's copy waits k - 1 of them. */
    @Test
    void shouldGiveEachDeliveryPhasesThatSumToItsLatency() {
        Measurement measurement = new Measurement(Window.of(0, 0, 60 * SECOND), 1);
        try (SimWorld world = simulated(new Streams.Ideal(), measurement)) {
            talk(world, 20 * MILLI, 0);
        }
        LoadRecord load = measurement.loadRecord();
        List<PhaseShare> phases = measurement.phaseSums().shares(measurement.stages());

        assertThat(load.intended()).isEqualTo((long) MESSAGES * (PEOPLE - 1));
        assertThat(load.delivered()).isEqualTo(load.intended());
        assertThat(load.latency().meanNanos()).isEqualTo(8.0 * MILLI);
        assertThat(load.latency().maxNanos()).isCloseTo(10 * MILLI, within(MILLI / 100));
        assertThat(mean(phases, Phase.TRAVEL, "link clients->server")).isEqualTo(2.0 * MILLI);
        assertThat(mean(phases, Phase.TRANSMIT, "link server->clients")).isEqualTo(1.0 * MILLI);
        assertThat(sum(phases)).isEqualTo(load.latency().meanNanos());
    }

    /** The server has worked on k deliveries when the k-th leaves, 50 ms apart, so nothing else waits. */
    @Test
    void shouldCountTheServersWorkOnTheCopiesBeforeEachCopy() {
        long work = 2 * MILLI;
        Measurement measurement = new Measurement(Window.of(0, 0, 60 * SECOND), 1);
        try (SimWorld world = simulated(new Streams.Ideal(), measurement)) {
            talk(world, 50 * MILLI, work);
        }
        List<PhaseShare> phases = measurement.phaseSums().shares(measurement.stages());

        assertThat(mean(phases, Phase.CPU, "server")).isEqualTo(work * PEOPLE / 2.0);
        assertThat(mean(phases, Phase.QUEUE, "link server->clients")).isZero();
        assertThat(sum(phases)).isEqualTo(2.0 * MILLI + 3 * MILLI + MILLI + work * PEOPLE / 2.0);
    }

    @Test
    void shouldSumExactlyOverPacketsWhenEverythingWaits() {
        Measurement measurement = new Measurement(Window.of(0, 0, 60 * SECOND), 1);
        try (SimWorld world = simulated(new Streams.Tcp(TcpOptions.DEFAULT), measurement)) {
            talk(world, 3 * MILLI, MILLI / 10);
        }
        LoadRecord load = measurement.loadRecord();

        assertThat(load.delivered()).isEqualTo((long) MESSAGES * (PEOPLE - 1));
        assertThat(load.latency().meanNanos()).as("it was overloaded").isGreaterThan(20.0 * MILLI);
        assertThat(sum(measurement.phaseSums().shares(measurement.stages())))
                .isCloseTo(load.latency().meanNanos(), within(0.01));
    }

    @Test
    void shouldCountEveryDeliveryWhereItFollowsOneMessageInFour() {
        Measurement measurement = new Measurement(Window.of(0, 0, 60 * SECOND), 4);
        try (SimWorld world = simulated(new Streams.Ideal(), measurement)) {
            talk(world, 20 * MILLI, 0);
        }

        assertThat(measurement.loadRecord().delivered()).isEqualTo((long) MESSAGES * (PEOPLE - 1));
        assertThat(measurement.phaseSums().count()).isEqualTo((long) MESSAGES / 4 * (PEOPLE - 1));
        assertThat(sum(measurement.phaseSums().shares(measurement.stages()))).isEqualTo(8.0 * MILLI);
    }

    @Test
    void shouldFollowEachCopyOverRealSockets(@TempDir Path folder) throws IOException {
        Window window = Window.of(System.nanoTime(), 0, 600 * SECOND);
        SampledLog log = new SampledLog(window, 1, true);
        try (LiveWorld world = new LiveWorld(1, Transport.best(), log)) {
            talk(world, 10 * MILLI, MILLI / 10);
            for (int i = 0; i < 3_000 && log.underWay() > 0; i++) {
                world.run(10 * MILLI);
            }
        }
        log.write(folder.resolve("log"));
        MergedLogs merged = new MergedLogs(window);
        merged.add(folder.resolve("log"));
        PhaseSums sums = merged.phaseSums();
        List<PhaseShare> phases = sums.shares(merged.stages());
        LoadRecord load = log.loadRecord();

        assertThat(load.delivered()).isEqualTo((long) MESSAGES * (PEOPLE - 1)).isEqualTo(sums.count());
        assertThat(sum(phases)).isCloseTo(load.latency().meanNanos(), within(0.01));
        assertThat(mean(phases, Phase.CPU, "server")).isGreaterThanOrEqualTo(MILLI / 10.0 * PEOPLE / 2);
        assertThat(mean(phases, Phase.TRANSMIT, "link server->clients")).isCloseTo(MILLI, within(1.0));
        assertThat(mean(phases, Phase.TRAVEL, "link server->clients")).isGreaterThanOrEqualTo(3.0 * MILLI);
    }

    @Test
    void shouldFailWhatIsStillMissing() {
        Measurement measurement = new Measurement(Window.of(0, 0, SECOND), 1);
        measurement.intended(5, 10, 4);
        measurement.enter(5, measurement.stage(Phase.SOURCE, "clients"), 10);
        measurement.delivered(5, 20);
        measurement.failed(5, "server gone", 30);
        measurement.delivered(5, 40);
        LoadFigures load = measurement.loadRecord().load(SECOND);

        assertThat(load.intended()).isEqualTo(4);
        assertThat(load.delivered()).isEqualTo(1);
        assertThat(load.errors()).containsExactly(java.util.Map.entry("server gone", 3L));
        assertThat(measurement.underWay()).isZero();
    }
}

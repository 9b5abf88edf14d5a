package dev.chokepoint.sim.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Address.Inet;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Datagrams;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.host.world.SeededRandom;
import dev.chokepoint.sim.Dumbbell;
import dev.chokepoint.sim.SimWorld;
import dev.chokepoint.sim.Streams;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Datagrams over the reference network, against theory and against ns-3. */
class UdpTruthTest {
    private static final double SECOND = 1e9;
    private static final long WARM_UP_NANOS = 10_000_000_000L;
    private static final int PAYLOAD_BYTES = 970;
    private static final int WIRE_BYTES = 1_000;
    private static final Address TO = ((Inet) Dumbbell.N1).withPort(9);

    /**
     * One run.
     *
     * @param count how many datagrams were received after the warm-up; the rest is about them
     * @param mean the mean of their one-way delays, in milliseconds
     * @param p50 the median of them
     * @param p90 and so on
     * @param p99 and so on
     * @param queueMean the mean number of packets waiting at the bottleneck after the warm-up
     */
    private record Flow(int count, double mean, double p50, double p90, double p99, double queueMean) {
        static Flow of(double[] delays, double queueMean) {
            Arrays.sort(delays);
            return new Flow(
                    delays.length,
                    Arrays.stream(delays).average().orElseThrow(),
                    percentile(delays, 0.5),
                    percentile(delays, 0.9),
                    percentile(delays, 0.99),
                    queueMean);
        }

        private static double percentile(double[] sorted, double fraction) {
            return sorted[(int) StrictMath.ceil(fraction * sorted.length) - 1];
        }
    }

    /** One run of datagrams whose gaps, in nanoseconds, are drawn one by one. */
    private static Flow run(long seed, DoubleSupplier gaps, long durationNanos) {
        double[] delays = new double[(int) (1.1 * durationNanos / 800_000)];
        int[] count = {0};
        try (SimWorld world = Dumbbell.world(seed, Dumbbell.queue(100_000), new Streams.Ideal())) {
            world.start(
                    "n1",
                    () -> host -> host.bind(TO, DatagramOptions.DEFAULT, 0, (_, _, datagram) -> {
                        if (host.nanoTime() > WARM_UP_NANOS) {
                            delays[count[0]++] = (host.nanoTime() - datagram.getLong(0)) / 1e6;
                        }
                    }));
            world.start("n0", () -> host -> new Sender(host, gaps, durationNanos).next());
            world.run(WARM_UP_NANOS);
            double before = waitingPackets(world);
            world.run(durationNanos - WARM_UP_NANOS);
            double queueMean = (waitingPackets(world) - before) / (durationNanos - WARM_UP_NANOS);
            world.run((long) (5 * SECOND));
            return Flow.of(Arrays.copyOf(delays, count[0]), queueMean);
        }
    }

    private static double waitingPackets(SimWorld world) {
        return world.resources().stream()
                        .filter(use -> use.name().equals("bottleneck r0->r1"))
                        .mapToDouble(ResourceUse::waitingNanos)
                        .sum()
                / WIRE_BYTES;
    }

    /** Sends until the end; its first datagram leaves after the first gap. */
    private static final class Sender {
        private final Host host;
        private final DoubleSupplier gaps;
        private final long endNanos;
        private final Datagrams socket;
        private final ByteBuffer datagram = ByteBuffer.allocate(PAYLOAD_BYTES);
        private double at;

        Sender(Host host, DoubleSupplier gaps, long endNanos) {
            this.host = host;
            this.gaps = gaps;
            this.endNanos = endNanos;
            this.socket = host.bind(Dumbbell.N0, new DatagramOptions(1 << 24, 1 << 16), 0, (_, _, _) -> {});
        }

        void next() {
            at += gaps.getAsDouble();
            long atNanos = StrictMath.round(at);
            if (atNanos < endNanos) {
                host.after(atNanos - host.nanoTime(), this::send);
            }
        }

        private void send() {
            socket.send(TO, datagram.clear().putLong(0, host.nanoTime()));
            next();
        }
    }

    @Test
    void shouldDelayConstantTrafficByExactlyTheServicesAndThePropagation() {
        double gap = PAYLOAD_BYTES * 8 / 8e6 * SECOND;
        Flow flow = run(1, () -> gap, (long) (60 * SECOND));

        assertThat(flow.mean()).isCloseTo(20.96, within(0.001 * 20.96));
        assertThat(flow.p99()).isCloseTo(20.96, within(0.001 * 20.96));
        assertThat(flow.queueMean()).isZero();
        assertThat((double) flow.count()).isCloseTo(51_568, within(52.0));
    }

    @Test
    void shouldDelayPoissonTrafficAsTheTandemOfDeterministicServersDoes() {
        Flow[] flows = LongStream.rangeClosed(1, 50)
                .parallel()
                .mapToObj(seed -> {
                    SeededRandom random = new SeededRandom(seed, "arrivals");
                    return run(seed, () -> random.nextExponential() * 1e6, (long) (500 * SECOND));
                })
                .toArray(Flow[]::new);

        assertThat(mean(flows, Flow::mean)).as("one-way delay, ms").isCloseTo(22.56, within(0.01 * 22.56));
        assertThat(mean(flows, Flow::queueMean)).as("packets waiting").isCloseTo(1.6, within(0.01 * 1.6));
        assertThat(mean(flows, Flow::p50)).isCloseTo(21.98208, within(0.02 * 21.98208));
        assertThat(mean(flows, Flow::p90)).isCloseTo(24.973292, within(0.02 * 24.973292));
        assertThat(mean(flows, Flow::p99)).isCloseTo(29.23837, within(0.02 * 29.23837));
    }

    private static double mean(Flow[] flows, ToDoubleFunction<Flow> figure) {
        return Arrays.stream(flows).mapToDouble(figure).average().orElseThrow();
    }
}

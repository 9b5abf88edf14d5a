package dev.chokepoint.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/**
 * Whatever the path does to segments, every byte arrives once and in order, both streams end, and nothing goes on for ever.
 * Seeds 1 to 4000, each with its own path and its own kind of TCP.
 */
class LossyPathTest {
    private static final int SEEDS = 4000;
    private static final long BOUND_NANOS = 7_200_000_000_000L;

    /** Random delay, loss, duplication and reordering. */
    private static final class Lossy implements Joined.Path {
        private final RandomGenerator random;
        private final double loss;
        private final double duplicate;
        private final long latencyNanos;
        private final long jitterNanos;
        private final long[] lastNanos = new long[2];
        private final boolean reorders;

        Lossy(RandomGenerator random) {
            this.random = random;
            loss = random.nextInt(4) == 0 ? 0 : random.nextDouble() * 0.3;
            duplicate = random.nextInt(2) == 0 ? 0 : random.nextDouble() * 0.2;
            latencyNanos = random.nextLong(100_000_000);
            jitterNanos = random.nextInt(3) == 0 ? 0 : random.nextLong(50_000_000);
            reorders = random.nextBoolean();
        }

        @Override
        public void carry(Joined net, boolean toServer, Segment segment) {
            int copies = random.nextDouble() < loss ? 0 : random.nextDouble() < duplicate ? 2 : 1;
            for (int i = 0; i < copies; i++) {
                long at = net.nowNanos + latencyNanos + (jitterNanos == 0 ? 0 : random.nextLong(jitterNanos));
                int way = toServer ? 1 : 0;
                if (!reorders) {
                    at = Math.max(at, lastNanos[way]);
                    lastNanos[way] = at;
                }
                net.arrive(toServer, segment, at);
            }
        }
    }

    @Test
    void everyByteArrivesOnceAndInOrderWhateverThePathDoes() {
        int failed = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                failed += run(seed) ? 0 : 1;
            } catch (AssertionError | RuntimeException e) {
                fail("seed " + seed + ": " + e.getMessage(), e);
            }
        }
        assertThat(failed).as("connections given up, where up to 30 %% is lost").isLessThan(SEEDS / 50);
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static TcpSettings settings(RandomGenerator random) {
        return new TcpSettings(
                random.nextBoolean() ? TcpSettings.Control.CUBIC : TcpSettings.Control.NEW_RENO,
                random.nextBoolean() ? 1 : 8,
                random.nextBoolean(),
                random.nextInt(4) > 0,
                random.nextInt(4) > 0,
                random.nextInt(4) == 0,
                random.nextBoolean() ? 1448 : 64 + random.nextInt(3000),
                1 << 10 + random.nextInt(12),
                1 + random.nextInt(10),
                1 + random.nextInt(3),
                random.nextLong(200_000_000),
                1_000_000_000L,
                random.nextBoolean() ? 200_000_000L : 1_000_000_000L);
    }

    /** Returns false when the connection was given up. */
    private static boolean run(long seed) {
        RandomGenerator random = random(seed);
        Joined net = new Joined(settings(random), settings(random), new Lossy(random));
        long up = send(net, net.client, random);
        long down = send(net, net.server, random);
        net.client.reads = random.nextInt(4) > 0;
        net.server.reads = random.nextInt(4) > 0;
        net.client.connect();
        if (!net.client.reads || !net.server.reads) {
            readLate(net, random);
        }
        net.run(BOUND_NANOS);

        boolean survived = net.client.failure == null && net.server.failure == null;
        if (survived) {
            assertThat(net.server.arrived).isEqualTo(up);
            assertThat(net.client.arrived).isEqualTo(down);
            assertThat(net.client.finArrived && net.server.finArrived).isTrue();
            assertThat(net.client.closed && net.server.closed).as("closed").isTrue();
            assertThat(net.client.acknowledged).isEqualTo(up);
        }
        assertThat(net.client.end.isQuiet() && net.server.end.isQuiet())
                .as("over")
                .isTrue();
        return survived;
    }

    /** Offers a random amount in random portions, then the end. */
    private static long send(Joined net, Side side, RandomGenerator random) {
        long total = 0;
        long at = random.nextLong(100_000_000);
        int portions = random.nextInt(20);
        for (int i = 0; i < portions; i++) {
            total += 1 + (random.nextBoolean() ? random.nextInt(100) : random.nextInt(20_000));
            long position = total;
            net.at(at, () -> side.offer(position));
            at += random.nextBoolean() ? 0 : random.nextLong(500_000_000);
        }
        net.at(at, side::finish);
        return total;
    }

    private static void readLate(Joined net, RandomGenerator random) {
        if (net.nowNanos < BOUND_NANOS / 2) {
            net.at(net.nowNanos + random.nextLong(1_000_000_000L), () -> {
                net.client.readAll();
                net.server.readAll();
                readLate(net, random);
            });
        }
    }
}

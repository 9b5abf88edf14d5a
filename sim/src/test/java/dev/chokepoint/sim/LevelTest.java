package dev.chokepoint.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.world.SeededRandom;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class LevelTest {
    @Test
    void shouldIntegrateExactlyEvenBeyond64Bits() {
        SeededRandom random = new SeededRandom(1, "level");
        Level level = new Level();
        BigInteger exact = BigInteger.ZERO;
        long time = 0;
        for (int i = 0; i < 1_000; i++) {
            long step = random.nextLong(1L << 50);
            exact = exact.add(BigInteger.valueOf(level.value()).multiply(BigInteger.valueOf(step)));
            time += step;
            level.set(random.nextLong(1L << 40), time);
            assertThat(level.integral(time)).isEqualTo(exact.doubleValue());
        }
        assertThat(exact.bitLength()).isGreaterThan(64);
    }

    @Test
    void shouldCountChangesThatAreToldLate() {
        Level level = new Level();
        level.add(10, 100);
        level.add(-10, 150);

        assertThat(level.integral(1_000)).isEqualTo(500);
        assertThat(level.max()).isEqualTo(10);
    }
}

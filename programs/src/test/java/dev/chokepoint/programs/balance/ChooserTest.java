package dev.chokepoint.programs.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChooserTest {
    private static final Health HEALTH = new Health(1_000, 500, 2, 3);

    /** Backends with so many connections each, numbered from 0. */
    private static Backend[] backends(int... connections) {
        return IntStream.range(0, connections.length)
                .mapToObj(number -> {
                    Backend backend = new Backend(number, Address.inet("127.0.0.1", 1), HEALTH);
                    IntStream.range(0, connections[number]).forEach(_ -> backend.add(new Relay(null)));
                    return backend;
                })
                .toArray(Backend[]::new);
    }

    /** How often each is chosen. */
    private static int[] counts(Policy policy, int times, Backend... among) {
        Chooser chooser = Chooser.of(policy, new Random(1));
        int[] counts = new int[among.length];
        for (int i = 0; i < times; i++) {
            counts[chooser.choose(among, among.length).number()]++;
        }
        return counts;
    }

    @ParameterizedTest
    @EnumSource
    void shouldChooseTheOnlyOne(Policy policy) {
        assertThat(counts(policy, 10, backends(7))).containsExactly(10);
    }

    @ParameterizedTest
    @EnumSource
    void shouldShareEvenlyAmongEquals(Policy policy) {
        for (int count : counts(policy, 9_000, backends(2, 2, 2))) {
            // 9000 draws with chance 1/3: mean 3000, standard deviation 45
            assertThat(count).isBetween(2_775, 3_225);
        }
    }

    @Test
    void shouldTakeTurnsInTheOrderOfNumbersAlsoWhenSomeAreMissing() {
        Backend[] all = backends(0, 0, 0, 0);
        Chooser chooser = Chooser.of(Policy.ROUND_ROBIN, new Random(1));
        Backend[] some = {all[0], all[2], all[3]};
        assertThat(List.of(
                        chooser.choose(all, 4).number(),
                        chooser.choose(some, 3).number(),
                        chooser.choose(all, 4).number(),
                        chooser.choose(some, 2).number(),
                        chooser.choose(all, 4).number()))
                .containsExactly(0, 2, 3, 0, 1);
    }

    @Test
    void shouldChooseTheFewestConnections() {
        assertThat(counts(Policy.LEAST_CONNECTIONS, 100, backends(3, 1, 2))).containsExactly(0, 100, 0);
        assertThat(counts(Policy.LEAST_CONNECTIONS, 4_000, backends(3, 1, 1))[0])
                .isZero();
    }

    @Test
    void shouldNeverChooseTheFullestOfTwoChoices() {
        int[] counts = counts(Policy.TWO_CHOICES, 9_000, backends(3, 1, 2));

        // pairs (0,1) and (1,2) give 1, pair (0,2) gives 2
        assertThat(counts[0]).isZero();
        assertThat(counts[1]).isBetween(5_775, 6_225);
    }

    @ParameterizedTest
    @EnumSource
    void shouldChooseTheSameWithTheSameSeed(Policy policy) {
        assertThat(counts(policy, 1_000, backends(1, 0, 1))).isEqualTo(counts(policy, 1_000, backends(1, 0, 1)));
    }

    @Test
    void shouldFallAndRiseAfterSoManyInARow() {
        Backend backend = new Backend(0, Address.inet("127.0.0.1", 1), HEALTH);
        assertThat(List.of(backend.failed(), backend.succeeded(), backend.failed(), backend.failed()))
                .containsExactly(false, false, false, true);
        assertThat(backend.isUp()).isFalse();
        assertThat(List.of(backend.succeeded(), backend.succeeded(), backend.succeeded()))
                .containsExactly(false, false, true);
        assertThat(backend.isUp()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1, 1", "10, 20, 1, 1", "10, 5, 0, 1", "10, 5, 1, 0"})
    void shouldRefuseHealthChecksThatCanNotBe(long every, long timeout, int fall, int rise) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Health(every, timeout, fall, rise))
                .withMessageContaining("must be at least");
    }

    @Test
    void shouldRefuseWhatItCanNotHold() {
        Address at = Address.inet("127.0.0.1", 1);
        StreamOptions tight = StreamOptions.DEFAULT.withSendMarks(1_000, 66_535);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BalancerConfig(at, List.of(at), Policy.RANDOM, tight, HEALTH, 1, 0))
                .withMessageContaining("66535")
                .withMessageContaining("65536 above highMarkBytes, 1000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BalancerConfig(at, List.of(), Policy.RANDOM, StreamOptions.DEFAULT, HEALTH, 1, 0))
                .withMessageContaining("at least 1");
    }
}

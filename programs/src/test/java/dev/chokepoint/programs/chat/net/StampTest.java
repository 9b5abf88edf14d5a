package dev.chokepoint.programs.chat.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {
    private long wallMillis = 1_767_323_045_500L;

    @Test
    void shouldReadWhatItWrites() {
        long stamp = Stamp.of(1_767_323_045_500L, "9ZZ");

        assertThat(Stamp.text(stamp)).isEqualTo("1767323045500.9ZZ");
        assertThat(Stamp.parse("1767323045500.9ZZ")).isEqualTo(stamp);
    }

    @Test
    void shouldOrderByTimeAndThenByServer() {
        assertThat(Stamp.of(5, "9ZZ")).isLessThan(Stamp.of(6, "000"));
        assertThat(Stamp.of(5, "1AA")).isLessThan(Stamp.of(5, "1AB"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".1AB", "5", "5.", "5.1ab", "5.AAA", "-5.1AB", "5 .1AB", "123456789012345.1AB", "5.1ABC"})
    void shouldRefuseAnythingElse(String text) {
        assertThat(Stamp.parse(text)).isEqualTo(Stamp.NEVER);
    }

    @Test
    void shouldRiseWithinAMillisecondAndWhenTheClockGoesBack() {
        StampClock clock = new StampClock("1AB", () -> wallMillis);
        long first = clock.next();
        long second = clock.next();
        wallMillis -= 1000;

        assertThat(second).isGreaterThan(first);
        assertThat(clock.next()).isGreaterThan(second);
    }

    @Test
    void shouldBeLaterThanWhatItHasSeen() {
        StampClock clock = new StampClock("1AB", () -> wallMillis);
        long seen = Stamp.of(wallMillis + 60_000, "9ZZ");
        clock.see(seen);

        assertThat(clock.next()).isGreaterThan(seen);
    }

    @Test
    void shouldNameServersAndUsersSoThatNoNicknameIsOne() {
        assertThat(ServerId.isValid(ServerId.of("chat.example"))).isTrue();
        assertThat(ServerId.user("1AB", 37)).isEqualTo("1AB000011");
        assertThat(ServerId.isUser("1AB000011")).isTrue();
        assertThat(ServerId.isUser("alice1234")).isFalse();
        assertThat(ServerId.isValid("ABC")).isFalse();
    }
}

package dev.chokepoint.programs.chat.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chokepoint.host.Address;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BanListTest {
    private static final Address HERE = Address.inet("192.0.2.7", 4000);

    private static Ban users(String mask, long endNanos) {
        return new Ban(new Ban.Users(HostMask.parse(mask)), "no", "alice", endNanos);
    }

    private static Ban addresses(String range, long endNanos) {
        return new Ban(new Ban.Addresses(AddressRange.parse(range)), "no", "alice", endNanos);
    }

    @Test
    void shouldRefuseWhomItHitsAndCountThem() {
        BanList bans = new BanList(List.of(users("*bot@192.*", Ban.NEVER)));

        assertThat(bans.refuse("~spambot", "192.0.2.7", HERE, 0)).isPresent();
        assertThat(bans.refuse("~spam", "192.0.2.7", HERE, 0)).isEmpty();
        assertThat(bans.refuse(HERE, 0)).as("who has said nothing has no name").isEmpty();
        assertThat(bans.refused()).isEqualTo(1);
    }

    @Test
    void shouldRefuseAddressesBeforeAndAfterTheySayWhoTheyAre() {
        BanList bans = new BanList(List.of(addresses("192.0.2.0/24", Ban.NEVER)));

        assertThat(bans.refuse(HERE, 0)).isPresent();
        assertThat(bans.refuse("a", "192.0.2.7", HERE, 0)).isPresent();
        assertThat(bans.refuse(new Address.UnixPath("/tmp/x"), 0)).isEmpty();
    }

    @Test
    void shouldForgetWhatHasEnded() {
        BanList bans = new BanList(List.of());
        bans.add(addresses("192.0.2.7", 100), 0);

        assertThat(bans.refuse(HERE, 99)).isPresent();
        assertThat(bans.refuse(HERE, 100)).isEmpty();
        assertThat(bans.inForce(100)).isEmpty();
    }

    @Test
    void shouldReplaceABanOfTheSameTargetAndTakeOneBack() {
        BanList bans = new BanList(List.of(users("a@b", Ban.NEVER)));
        bans.add(users("a@b", 50), 0);

        assertThat(bans.inForce(0)).containsExactly(users("a@b", 50));
        assertThat(bans.remove(new Ban.Users(HostMask.parse("a@b")))).isTrue();
        assertThat(bans.remove(new Ban.Users(HostMask.parse("a@b")))).isFalse();
    }

    @Test
    void shouldTakeNoMoreThanItMay() {
        BanList bans = new BanList(List.of());
        for (int i = 0; i < BanList.MOST; i++) {
            assertThat(bans.add(users("u" + i + "@h", Ban.NEVER), 0)).isTrue();
        }

        assertThat(bans.add(users("one@more", Ban.NEVER), 0)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "*@*, a, b, true",
        "a@10.*, A, 10.1.1.1, true",
        "a?c@h, abc, h, true",
        "a?c@h, ac, h, false",
        "10.*, x, 10.0.0.1, true",
        "*a*b*@h, xaybz, h, true",
        "*a*b*@h, xbya, h, false",
        "*@2001:db8:*, x, 2001:db8:1, true"
    })
    void shouldMatchMasks(String mask, String user, String host, boolean matches) {
        assertThat(HostMask.parse(mask).matches(user, host)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a@", "@b", "a b@c", "n!u@h", "a@b@c"})
    void shouldRefuseWhatIsNoMask(String text) {
        assertThatThrownBy(() -> HostMask.parse(text)).hasMessageContaining("user@host");
    }
}

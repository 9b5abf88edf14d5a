package dev.chokepoint.programs.chat.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import org.junit.jupiter.api.Test;

class AddressCountsTest {
    @Test
    void shouldLetEachAddressHaveItsNumberAtATime() {
        AddressCounts counts = new AddressCounts(2);
        Address one = Address.inet("127.0.0.1", 1);

        assertThat(counts.came(one)).isTrue();
        assertThat(counts.came(Address.inet("127.0.0.1", 2))).isTrue();
        assertThat(counts.came(Address.inet("127.0.0.1", 3))).isFalse();
        assertThat(counts.came(Address.inet("127.0.0.2", 3))).isTrue();
        assertThat(counts.refused()).isEqualTo(1);

        counts.left(one);
        assertThat(counts.came(one)).isTrue();
    }

    @Test
    void shouldNotCountWhoHasNoAddress() {
        AddressCounts counts = new AddressCounts(1);
        Address path = new Address.UnixPath("/tmp/chat.sock");

        assertThat(counts.came(path)).isTrue();
        assertThat(counts.came(path)).isTrue();
        counts.left(path);
        assertThat(counts.refused()).isZero();
    }
}

package dev.chokepoint.host.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chokepoint.host.Address;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {
    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.250", "127.255.255.254", "fd00::fffe"})
    void shouldBehaveAsAListOfItsAddresses(String first) {
        AddressBlock block = AddressBlock.of(Address.inet(first, 0), 1_000);

        assertThat(new ArrayList<>(block))
                .doesNotHaveDuplicates()
                .hasSize(1_000)
                .startsWith(Address.inet(first, 0));
        for (int i = 0; i < block.size(); i++) {
            assertThat(block.indexOf(block.get(i))).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "10.0.1.8", "10.1.0.2", "::10.0.0.2", "fd00::1"})
    void shouldNotContainOthers(String other) {
        AddressBlock block = AddressBlock.of(Address.inet("10.0.0.2", 0), 262);

        assertThat(block).doesNotContain(Address.inet(other, 0)).contains(Address.inet("10.0.1.7", 0));
        assertThat(block.contains(Address.inet("10.0.0.2", 80))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 7})
    void shouldRefuseABlockThatIsEmptyOrHasNoRoom(int count) {
        assertThatThrownBy(() -> AddressBlock.of(Address.inet("255.255.255.250", 0), count))
                .hasMessageContaining(count + " addresses from 255.255.255.250:0 on");
    }
}

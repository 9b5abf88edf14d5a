package dev.chokepoint.programs.chat.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.6, false",
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "192.0.2.128/25, 192.0.2.128, true",
        "192.0.2.128/25, 192.0.2.127, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "::/0, ::1, true",
        "::/0, 127.0.0.1, false",
    })
    void shouldHoldTheAddressesThatShareItsFirstBits(String range, String address, boolean holds) {
        AddressRange parsed = AddressRange.parse(range);

        assertThat(parsed.contains(InetAddress.ofLiteral(address))).isEqualTo(holds);
        assertThat(AddressRange.parse(parsed.toString())).isEqualTo(parsed);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, is not an address",
        "1.2.3.4/, is not a number of bits",
        "1.2.3.4/x, is not a number of bits",
        "1.2.3.4/33, must be /0 to /32",
        "::/129, must be /0 to /128",
        "192.0.2.1/24, is not the first address of its range",
    })
    void shouldSayWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> AddressRange.parse(text)).hasMessageContaining(message);
    }
}

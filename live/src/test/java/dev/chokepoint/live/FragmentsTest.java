package dev.chokepoint.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address.Family;
import dev.chokepoint.host.Datagrams;
import dev.chokepoint.host.world.Impairment;
import dev.chokepoint.host.world.Packets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FragmentsTest {
    @ParameterizedTest
    @CsvSource({
        // bytes, MTU, framing, IPv4: packets, first, last; IPv6 likewise
        "0, 1500, 0, 1, 28, 28, 1, 48, 48",
        "1452, 1500, 0, 1, 1480, 1480, 1, 1500, 1500",
        "1453, 1500, 0, 1, 1481, 1481, 2, 1496, 61",
        "1472, 1500, 38, 1, 1538, 1538, 2, 1534, 118",
        "1473, 1500, 0, 2, 1500, 21, 2, 1496, 81",
        "9000, 1500, 0, 7, 1500, 148, 7, 1496, 368",
        "9000, 65535, 0, 1, 9028, 9028, 1, 9048, 9048",
    })
    void shouldCutWhereTheMtuSays(
            int bytes, int mtu, int framing, int count4, int first4, int last4, int count6, int first6, int last6) {
        Packets packets = new Packets(mtu, framing, 1, Impairment.NONE);

        assertThat(Fragments.of(bytes, Family.IPV4, packets)).isEqualTo(new Fragments(count4, first4, last4));
        assertThat(Fragments.of(bytes, Family.IPV6, packets)).isEqualTo(new Fragments(count6, first6, last6));
    }

    /** Every byte of the datagram and its header is in one of them, and none is larger than the link's packets. */
    @Test
    void shouldCarryEveryByteInPacketsThatFit() {
        for (int mtu = 576; mtu < 3_000; mtu += 7) {
            Packets packets = new Packets(mtu, 0, 1, Impairment.NONE);
            for (int bytes = 0; bytes <= Datagrams.MAX_BYTES; bytes += 211) {
                Fragments fragments = Fragments.of(bytes, Family.IPV4, packets);
                assertThat(fragments.bytes()).isEqualTo(bytes + 8 + 20 * fragments.count());
                assertThat(fragments.bytes(0)).isLessThanOrEqualTo(mtu);
                assertThat(fragments.bytes(fragments.count() - 1)).isBetween(21, mtu);
            }
        }
    }
}

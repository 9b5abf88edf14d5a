package dev.chokepoint.sim.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChecksumTest {
    private static ByteBuffer hex(String text) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(text.replace(" ", "")));
    }

    /** RFC 1071 section 3: the words 0001 f203 f4f5 f6f7 sum to ddf2. */
    @Test
    void isTheRfcsExample() {
        assertThat(Checksum.of(Checksum.sum(hex("0001 f203 f4f5 f6f7")))).isEqualTo(~0xddf2 & 0xffff);
    }

    /** RFC 1071 section 3: odd bytes are padded with zero; 0001 f203 f4f5 f600. */
    @Test
    void padsAnOddByte() {
        assertThat(Checksum.of(Checksum.sum(hex("0001 f203 f4f5 f6")))).isEqualTo(~0xdcfb & 0xffff);
        assertThat(Checksum.of(Checksum.sum(hex("ab")))).isEqualTo(~0xab00 & 0xffff);
        assertThat(Checksum.of(Checksum.sum(hex("")))).isEqualTo(0xffff);
    }

    @Test
    void ofWhatCarriesItsOwnChecksumIsZero() {
        assertThat(Checksum.of(Checksum.sum(hex("4500 0073 0000 4000 4011 b861 c0a8 0001 c0a8 00c7"))))
                .isZero();
    }

    /** Against the sum word by word, of every length, beginning and alignment. */
    @Test
    void isTheSumOfWords() {
        SplittableRandom random = new SplittableRandom(1);
        byte[] bytes = new byte[300];
        random.nextBytes(bytes);
        for (int i = 0; i < 2_000; i++) {
            int from = random.nextInt(bytes.length);
            int to = random.nextInt(from, bytes.length);

            assertThat(Checksum.of(Checksum.sum(ByteBuffer.wrap(bytes), from, to)))
                    .isEqualTo(wordByWord(bytes, from, to));
        }
    }

    private static int wordByWord(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int at = from; at < to; at += 2) {
            int low = at + 1 < to ? bytes[at + 1] & 0xff : 0;
            sum += (bytes[at] & 0xff) << 8 | low;
            sum = (sum & 0xffff) + (sum >> 16);
        }
        return ~sum & 0xffff;
    }
}

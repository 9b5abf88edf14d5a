package dev.chokepoint.host.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class LengthPrefixedCodecTest {
    private final LengthPrefixedCodec codec = new LengthPrefixedCodec(1 << 20);

    @Test
    void shouldGiveTextBackAfterEncodingIt() throws FramingException {
        Decoder<String> decoder = codec.text().decoder();

        assertThat(decoder.decode(codec.text().encode("grüße").view())).isTrue();

        assertThat(decoder.message()).isEqualTo("grüße");
    }

    @Test
    void shouldWriteTheLengthBigEndianWhateverTheBuffersOrder() {
        ByteBuffer out = ByteBuffer.allocate(5).order(ByteOrder.LITTLE_ENDIAN);

        codec.encode(ByteBuffer.wrap(new byte[] {42}), out);

        assertThat(out.array()).containsExactly(0, 0, 0, 1, 42);
    }

    @Test
    void shouldRefuseToEncodeWhatItCouldNotDecode() {
        assertThatThrownBy(() -> new LengthPrefixedCodec(4).encode(ByteBuffer.allocate(5)))
                .hasMessageContaining("5 B: the limit is 4 B");
        assertThatThrownBy(() -> codec.encode(ByteBuffer.allocate(5), ByteBuffer.allocate(8)))
                .isInstanceOf(BufferOverflowException.class);
        assertThatThrownBy(() -> new LengthPrefixedCodec(-1)).hasMessageContaining("limitBytes is -1");
    }

    @Test
    void shouldNotReserveMemoryForWhatIsOnlyAnnounced() throws FramingException {
        Decoder<ByteBuffer> decoder = codec.decoder();

        assertThat(decoder.decode(ByteBuffer.allocate(14).putInt(0, 1 << 20))).isFalse();

        assertThat(decoder.heldBytes()).isLessThanOrEqualTo(64);
    }

    @Test
    void shouldGoOnRefusingOnceTheFrameIsLost() {
        Decoder<ByteBuffer> decoder = codec.decoder();
        ByteBuffer bytes = ByteBuffer.allocate(20).putInt(0, Integer.MIN_VALUE);

        assertThatThrownBy(() -> decoder.decode(bytes))
                .isInstanceOfSatisfying(
                        FramingException.class,
                        e -> assertThat(e.what()).isEqualTo(FramingException.What.NEGATIVE_LENGTH));
        assertThatThrownBy(() -> decoder.decode(bytes)).isInstanceOf(FramingException.class);
    }
}

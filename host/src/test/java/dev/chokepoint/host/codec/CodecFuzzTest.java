package dev.chokepoint.host.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Whatever the bytes, a decoder throws nothing but its own exception, holds no more than its bound, and answers the same
 * however they are split. Ordinary test runs replay the seeds; {@code JAZZER_FUZZ=1} searches for new ones.
 */
class CodecFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void shouldDecodeAnyLines(FuzzedDataProvider data) {
        check(new LineCodec(data.consumeInt(1, 40)), data);
    }

    @FuzzTest(maxDuration = "30s")
    void shouldDecodeAnyLengthPrefixedMessages(FuzzedDataProvider data) {
        check(new LengthPrefixedCodec(data.consumeInt(1, 300)), data);
    }

    private static void check(Codec<ByteBuffer> codec, FuzzedDataProvider data) {
        int cut = data.consumeInt(0, 200);
        int step = data.consumeInt(1, 20);
        byte[] stream = data.consumeRemainingAsBytes();
        int[] cuts = new int[stream.length / step];
        Arrays.setAll(cuts, i -> i * step);

        var whole = Decoding.events(codec, stream);

        assertThat(Decoding.events(codec, stream, Math.min(cut, stream.length))).isEqualTo(whole);
        assertThat(Decoding.events(codec, stream, cuts)).isEqualTo(whole);
        assertThat(heldMost(codec, stream, step)).isLessThanOrEqualTo(limit(codec) + 1);
    }

    private static int limit(Codec<ByteBuffer> codec) {
        return codec instanceof LineCodec lines ? lines.limitBytes() : ((LengthPrefixedCodec) codec).limitBytes();
    }

    private static int heldMost(Codec<ByteBuffer> codec, byte[] stream, int step) {
        Decoder<ByteBuffer> decoder = codec.decoder();
        int most = 0;
        for (int at = 0; at < stream.length; at += step) {
            drain(decoder, ByteBuffer.wrap(stream, at, Math.min(step, stream.length - at)));
            most = Math.max(most, decoder.heldBytes());
        }
        return most;
    }

    private static void drain(Decoder<ByteBuffer> decoder, ByteBuffer piece) {
        try {
            while (decoder.decode(piece)) {
                assertThat(decoder.message()).isNotNull();
            }
        } catch (FramingException e) {
            assertThat(e.offsetBytes()).isNotNegative();
        }
    }
}

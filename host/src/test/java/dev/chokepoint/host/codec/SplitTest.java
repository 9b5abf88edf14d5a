package dev.chokepoint.host.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.world.SeededRandom;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A decoder's answers depend on the bytes alone, wherever the stream was split. */
class SplitTest {
    private static final int RANDOM_SPLITS = 2_000;

    static Stream<Arguments> streams() {
        return Stream.of(
                Arguments.of(
                        new LineCodec(8),
                        "one\r\ntwo\n\n\r\nin\rside\r\n12345678\r\n12345678\n\r\r\nlast\n",
                        List.of(
                                "<one>",
                                "<two>",
                                "<>",
                                "<>",
                                "<in\rside>",
                                "<12345678>",
                                "<12345678>",
                                "<\r>",
                                "<last>")),
                Arguments.of(
                        new LineCodec(4),
                        "good\r\n12345\r\nfine\n123456789012345678\nok\n1234\rx\n1234\r\r\nend\ntail",
                        List.of(
                                "<good>",
                                "line at byte 10 of the stream: the limit is 4 B",
                                "<fine>",
                                "line at byte 22 of the stream: the limit is 4 B",
                                "<ok>",
                                "line at byte 44 of the stream: the limit is 4 B",
                                "line at byte 51 of the stream: the limit is 4 B",
                                "<end>",
                                "line without its end at byte 62 of the stream: the limit is 4 B")),
                Arguments.of(
                        new LengthPrefixedCodec(6),
                        "\0\0\0\3abc\0\0\0\0\0\0\0\6sixsix\0\0\0\1z",
                        List.of("<abc>", "<>", "<sixsix>", "<z>")),
                Arguments.of(
                        new LengthPrefixedCodec(6),
                        "\0\0\0\2hi\0\0\0\7toolong\0\0\0\1z",
                        List.of("<hi>", "message length 7 at byte 6 of the stream: the limit is 6 B")),
                Arguments.of(
                        new LengthPrefixedCodec(6),
                        "\0\0\0\2hi\u00ff\u00ff\u00ff\u00ffrest",
                        List.of("<hi>", "message length -1 at byte 6 of the stream: the limit is 6 B")),
                Arguments.of(
                        new LengthPrefixedCodec(6),
                        "\0\0\0\2hi\0\0\0\5part",
                        List.of("<hi>", "message without its end at byte 14 of the stream: the limit is 6 B")));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void shouldAnswerTheSameAtEverySplitPoint(Codec<ByteBuffer> codec, String text, List<String> expected) {
        byte[] stream = text.getBytes(StandardCharsets.ISO_8859_1);

        for (int cut = 0; cut <= stream.length; cut++) {
            assertThat(Decoding.events(codec, stream, cut))
                    .as("split before byte %d", cut)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void shouldAnswerTheSameOneByteAtATime(Codec<ByteBuffer> codec, String text, List<String> expected) {
        byte[] stream = text.getBytes(StandardCharsets.ISO_8859_1);
        int[] everywhere = new int[stream.length];
        Arrays.setAll(everywhere, i -> i);

        assertThat(Decoding.events(codec, stream, everywhere)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("streams")
    void shouldAnswerTheSameWhenSplitAtRandom(Codec<ByteBuffer> codec, String text, List<String> expected) {
        byte[] stream = text.getBytes(StandardCharsets.ISO_8859_1);
        RandomGenerator random = new SeededRandom(2, "splits");

        for (int i = 0; i < RANDOM_SPLITS; i++) {
            int[] cuts = new int[random.nextInt(2, 9)];
            Arrays.setAll(cuts, c -> random.nextInt(stream.length + 1));
            Arrays.sort(cuts);
            assertThat(Decoding.events(codec, stream, cuts))
                    .as("cuts %s", Arrays.toString(cuts))
                    .isEqualTo(expected);
        }
    }
}

package dev.chokepoint.programs.irc;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Whatever the bytes, the parser throws nothing and answers the same however they are split. Ordinary test runs replay the
 * seeds; {@code JAZZER_FUZZ=1} searches for new ones.
 */
class IrcFuzzTest {
    private static final IrcLimits LIMITS = new IrcLimits(20, 40);

    @FuzzTest(maxDuration = "30s")
    void shouldReadAnyLines(FuzzedDataProvider data) {
        int cut = data.consumeInt(0, 200);
        int step = data.consumeInt(1, 20);
        byte[] stream = data.consumeRemainingAsBytes();

        var whole = Lines.read(LIMITS, stream);

        assertThat(Lines.read(LIMITS, stream, Math.min(cut, stream.length))).isEqualTo(whole);
        int[] cuts = new int[stream.length / step];
        Arrays.setAll(cuts, i -> i * step);
        assertThat(Lines.read(LIMITS, stream, cuts)).isEqualTo(whole);
    }

    @FuzzTest(maxDuration = "30s")
    void shouldKnowUtf8AsTheJdkDoes(FuzzedDataProvider data) {
        byte[] bytes = data.consumeRemainingAsBytes();
        boolean valid = true;
        try {
            var _ = StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            valid = false;
        }

        assertThat(Utf8.isValid(bytes, 0, bytes.length)).isEqualTo(valid);
    }
}

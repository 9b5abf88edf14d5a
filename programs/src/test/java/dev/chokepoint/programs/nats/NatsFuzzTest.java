package dev.chokepoint.programs.nats;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever the bytes, the parsers throw nothing but their own exception, and that of streams answers the same however they are
 * split. Ordinary test runs replay the seeds; {@code JAZZER_FUZZ=1} searches for new ones.
 */
class NatsFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void shouldReadAnyStream(FuzzedDataProvider data) {
        int cut = data.consumeInt(0, 200);
        int step = data.consumeInt(1, 20);
        byte[] stream = data.consumeRemainingAsBytes();

        var whole = Operations.read(stream);

        assertThat(Operations.read(stream, Math.min(cut, stream.length))).isEqualTo(whole);
        assertThat(Operations.read(stream, Operations.steps(stream.length, step)))
                .isEqualTo(whole);
    }

    @FuzzTest(maxDuration = "30s")
    void shouldReadAnyOptions(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        try {
            assertThat(Json.object(text)).doesNotContainValue(null);
        } catch (NatsException refused) {
            assertThat(refused).hasMessage(NatsParser.MALFORMED);
        }
    }
}

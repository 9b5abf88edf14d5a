package dev.chokepoint.programs.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/**
 * Whatever the bytes, a parser throws nothing but its own exception and answers the same however they are split. Ordinary
 * test runs replay the seeds; {@code JAZZER_FUZZ=1} searches for new ones.
 */
class HttpFuzzTest {
    private static final HttpLimits LIMITS = new HttpLimits(60, 60, 200, 100);

    @FuzzTest(maxDuration = "30s")
    void shouldReadAnyRequests(FuzzedDataProvider data) {
        int cut = data.consumeInt(0, 200);
        int step = data.consumeInt(1, 20);
        byte[] stream = data.consumeRemainingAsBytes();

        var whole = Requests.read(LIMITS, stream);

        assertThat(Requests.read(LIMITS, stream, Math.min(cut, stream.length))).isEqualTo(whole);
        assertThat(Requests.read(LIMITS, stream, steps(stream, step))).isEqualTo(whole);
    }

    @FuzzTest(maxDuration = "30s")
    void shouldReadAnyResponses(FuzzedDataProvider data) {
        int cut = data.consumeInt(0, 200);
        int step = data.consumeInt(1, 20);
        byte[] stream = data.consumeRemainingAsBytes();

        var whole = Responses.read(LIMITS, stream);

        assertThat(Responses.read(LIMITS, stream, Math.min(cut, stream.length))).isEqualTo(whole);
        assertThat(Responses.read(LIMITS, stream, steps(stream, step))).isEqualTo(whole);
    }

    private static int[] steps(byte[] stream, int step) {
        int[] cuts = new int[stream.length / step];
        Arrays.setAll(cuts, i -> i * step);
        return cuts;
    }
}
